var e=`# Nordvik Drivetrain: predictive maintenance of wind-turbine gearboxes.
# Amounts in 10,000 CNY, shares in per cent. Regions are GB/T 2260 codes.

apiVersion: hegui/v1
kind: Proposal

meta:
  call_id: JS-AI-2026-118
  submitted_on: 2026-10-23
  language: en
  confidentiality: public

# ---------------------------------------------------------------- 1 project

project:
  id: e15-english-wind-gearbox
  title_zh: "Predictive maintenance of wind-turbine gearboxes from vibration and SCADA data"
  summary_zh: "The gearbox is the part of a wind turbine that is out of service longest when it fails. Together with a
    university and three operators on the Jiangsu coast, we build two models: a vibration model that recognises six kinds
    of incipient gearbox damage, and a model of remaining useful life that also uses ten-minute SCADA records and
    inspection findings. Both advise a maintenance planner, who decides. The pilot starts on 22 turbines in mid-2027,
    covers 62 by the end of that year and 148 turbines at five wind farms in 2028. We measure the lead time of warnings, the share of false
    alarms, turbine hours lost to gearbox faults and the number of gearboxes that a technician can follow. The work of
    14 technicians changes; all of them keep their posts and are trained before the pilot. Rights in the data, the
    sharing of benefits, safety tests and monitoring are settled in agreements with the operators. The inference code,
    the evaluation code and a sample of the vibration data are published."
  type: application
  ai_plus_domain: industry
  sector_gb4754: D44
  stage: pilot
  trl:
    current: 5
    target: 8
  region:
    province_gb2260: "320000"
    city_gb2260: "320600"
  start: 2027-01-01
  end: 2028-12-31
  problem:
    statement_zh: "In 2025 the 148 turbines in this project lost 6,120 hours to gearbox faults, 41 hours per turbine. Of 23
      gearbox exchanges, 14 had to be made with a crane hired at short notice at an average extra cost of CNY 460,000.
      Monitoring systems raised 1,870 vibration alarms; 71 per cent were false, and real damage was confirmed on average
      only 9 days before the turbine had to be stopped."
    affected_people: 96
    evidence: [EV-01]
  policy_alignment:
    - clause_id: L17-S3
      contribution_zh: "Moves gearbox maintenance at five wind farms from fixed intervals and false alarms to planned work, measured by hours lost and by gearboxes followed per technician"
      kpi_ids: [K2, K3]
    - clause_id: L19-S2
      contribution_zh: "Creates a specialist data set of gearbox damage with documented quality, and agrees on the right to hold, use and operate the data with three operators"
      kpi_ids: [K1]
    - clause_id: L21-S2
      contribution_zh: "Assesses the effect on 25 posts before the pilot and trains the technicians whose work changes before they have to rely on the models"
      kpi_ids: [K3]

# ---------------------------------------------------------------- 2 organisations

applicant:
  name: Nordvik Drivetrain Technology (Nantong) Co., Ltd.
  uscc: 91320600MA1Y6DN47Q
  org_type: foreign_invested
  size: medium
  employees: 380
  revenue_cny_wan: 21500
  sector_gb4754: C34
  contact:
    name: Digital Service Department
    role: project office
    email: digital-service@nordvik.example.invalid

partners:
  - id: P1
    name: Jianghai University of Technology
    uscc: 12320000517309289K
    org_type: university
    size: na
    employees: 2600
    revenue_cny_wan: 148000
    role_zh: "Model research, adversarial and drift tests, supervision of the labelling of vibration data"
    budget_cny_wan: 118
    agreement: EV-02
  - id: P2
    name: Rudong Chaohai Wind Power Co., Ltd.
    uscc: 91320623MA1XHG523C
    org_type: private
    size: small
    employees: 118
    revenue_cny_wan: 15600
    role_zh: "Provides vibration and SCADA data of two wind farms; site of the pilot"
    budget_cny_wan: 32
    agreement: EV-03
  - id: P3
    name: Sheyang Huanghai Renewables Co., Ltd.
    uscc: 91320924MA20LP8E9F
    org_type: private
    size: small
    employees: 94
    revenue_cny_wan: 12900
    role_zh: "Provides vibration and SCADA data of two wind farms; second site"
    budget_cny_wan: 24
    agreement: EV-04
  - id: P4
    name: Dafeng Tidewind Energy Co., Ltd.
    uscc: 91320982MA22TQ7J10
    org_type: private
    size: small
    employees: 57
    revenue_cny_wan: 8400
    role_zh: "Provides SCADA data and inspection findings of one wind farm, on which the models are tested blind"
    budget_cny_wan: 16
    agreement: EV-05

# ---------------------------------------------------------------- 3 scenarios

scenarios:
  - id: S1
    name_zh: "Early detection of gearbox damage"
    description_zh: "Vibration of bearings and gears is recorded six times a day. Today a threshold alarm is read by an analyst, who asks
      for an oil sample or an endoscopy if in doubt, usually after several alarms. In the project the model gives the kind
      of damage, a probability and similar past cases; the analyst confirms or rejects it, and a rejected case is kept for
      the next training."
    sites: 5
    regions: ["320623", "320924", "320982"]     # Rudong, Sheyang, Dafeng
    users_annual: 72
    cases_annual: 5400
    public_facing: false
    subject: equipment
    decision_impact: significant
    autonomy_level: 1
    human_role: in_loop
    target_groups: [workers]
    value_chain: [operation]
  - id: S2
    name_zh: "Planning of gearbox maintenance"
    description_zh: "For each gearbox with confirmed damage, a model estimates the remaining useful life with an interval. Planners use it to
      choose a weather window, order the part and book the crane. Today the date is fixed from experience, and more than
      half of the exchanges are unplanned. The model proposes; orders and bookings are made by the planner."
    sites: 5
    regions: ["320623", "320924", "320982"]
    users_annual: 24
    cases_annual: 120
    public_facing: false
    subject: equipment
    decision_impact: advisory
    autonomy_level: 1
    human_role: in_loop
    target_groups: [workers]
    value_chain: [service, operation]

# ---------------------------------------------------------------- 4 indicators

kpis:
  - id: K1
    name_zh: "Median lead time of confirmed warnings"
    category: quality
    unit: days
    direction: up
    baseline: 9
    baseline_date: 2026-06-30
    baseline_source: EV-06
    target: 42
    target_date: 2028-11-30
    method_zh: "Days from the first confirmed warning to the stop of the turbine or the exchange, all events of the last twelve months"
    verifier: customer
  - id: K2
    name_zh: "Turbine hours lost to gearbox faults"
    category: productivity
    unit: hours per turbine and year
    direction: down
    baseline: 41
    baseline_date: 2025-12-31
    baseline_source: EV-06
    target: 24
    target_date: 2028-12-15
    method_zh: "Stop codes of the turbine controller, checked against the work orders of the three operators"
    verifier: customer
  - id: K3
    name_zh: "Gearboxes followed per technician"
    category: productivity
    unit: gearboxes
    direction: up
    baseline: 11
    baseline_date: 2026-06-30
    baseline_source: EV-06
    target: 17
    target_date: 2028-10-31
    method_zh: "Gearboxes under condition monitoring divided by technicians on duty, mean of a quarter"
    verifier: self
  - id: K4
    name_zh: "Share of false vibration alarms"
    category: quality
    unit: "%"
    direction: down
    baseline: 71
    baseline_date: 2026-06-30
    baseline_source: EV-06
    target: 25
    target_date: 2028-06-30
    method_zh: "Alarms without a finding in the oil sample or the endoscopy, counted by the university every quarter"
    verifier: third_party
  - id: K5
    name_zh: "Extra cost of unplanned crane work"
    category: cost
    unit: CNY 10,000 per year
    direction: down
    baseline: 644
    baseline_date: 2025-12-31
    baseline_source: EV-06
    target: 280
    target_date: 2028-12-15
    method_zh: "Invoices of crane hire less the framework price, from the accounts of the operators"
    verifier: customer

# ---------------------------------------------------------------- 5 innovation

innovation:
  core_components:
    - name_zh: "Order tracking and cyclostationary features for variable-speed gearboxes"
      origin: co_developed
      evidence: [EV-07, EV-08]
  translation:
    stages:
      - name: pilot
        site: Rudong Chaohai, 22 turbines
        due: 2027-06-15
        trl: 6
        exit_zh: "Recall of at least 80 % at no more than 40 % false alarms over 60 days of shadow operation"
      - name: first_site
        site: Rudong Chaohai, 62 turbines
        due: 2027-12-15
        trl: 7
        exit_zh: "Median lead time of at least 25 days and a service availability of 99 %"
      - name: replication
        site: Sheyang Huanghai and Dafeng Tidewind, 86 turbines
        due: 2028-09-30
        trl: 8
        exit_zh: "Recall on gearbox models not seen in training no more than 5 points below Rudong"
    replication_sites: 3
    adopters:
      - name: Rudong Chaohai Wind Power Co., Ltd.
        agreement: EV-09
      - name: Sheyang Huanghai Renewables Co., Ltd.
        agreement: EV-10

# ---------------------------------------------------------------- 6 data

data:
  need:
    task_zh: "Classification of six kinds of gearbox damage and regression of remaining useful life"
    required_records: 140000
    derivation_zh: "The learning curve of 2026 flattens at 18,000 snapshots per kind of damage: from 15,000 to 18,000 the recall rises by
      0.6 points only. Six kinds need 108,000 snapshots, healthy operation at three load levels another 32,000."

  datasets:
    - id: D1
      name_zh: "2022-2026-Jiangsu-Wind power-Gearbox vibration-Time series"
      tier: industry_specialist
      purpose: [finetune, eval]
      source: agreement
      source_detail_zh: "Snapshots of 10.24 s from six accelerometers per gearbox, recorded by the operators P2 and P3 and handed over under data agreements"
      licence_spdx: LicenseRef-contract-EV-11
      licence_evidence: [EV-11, EV-12]
      rights:
        hold: [P2, P3]
        use: [applicant, P1, P2, P3]
        operate: [applicant, P2, P3]
        valid_to: 2030-12-31
        restrictions_zh: "For gearbox monitoring only; positions of turbines are removed; a sample of 2,000 snapshots may be published under CC-BY-4.0"
      records: 148000
      volume_gb: 62
      modalities: [timeseries]
      time_start: 2022-03-01
      time_end: 2026-08-31
      update_freq: daily
      regions: ["320623", "320924"]
      strata:
        - {dimension: device, name: gearbox model A (2.5 MW), share_pct: 46, target: true}
        - {dimension: device, name: gearbox model B (3.3 MW), share_pct: 37, target: true}
        - {dimension: device, name: gearbox model C (4.5 MW), share_pct: 17, target: true}
        - {dimension: defect, name: healthy, share_pct: 27, target: true}
        - {dimension: defect, name: planet bearing, share_pct: 19, target: true}
        - {dimension: defect, name: high-speed bearing, share_pct: 18, target: true}
        - {dimension: defect, name: tooth crack, share_pct: 12, target: true}
        - {dimension: defect, name: pitting, share_pct: 11, target: true}
        - {dimension: defect, name: misalignment, share_pct: 9, target: true}
        - {dimension: defect, name: lubrication, share_pct: 4, target: true, mitigation_zh: "weighted sampling, and 1,200 snapshots more from the oil trials in spring 2027"}
        - {dimension: season, name: October to March, share_pct: 57, target: true}
        - {dimension: season, name: April to September, share_pct: 43, target: true}
      split: {train: 118400, val: 14800, test: 14800}
      format_standard: croissant-1.1
      docs:
        datasheet: EV-13
        sections: [basic_info, content_features, construction, application, limitations]
      quality:
        - dimension: normativity
          value_pct: 98.4
          target_pct: 98
          method_zh: "Schema check of headers, units and sampling rates, all records"
          sample_n: 148000
          measured_on: 2026-09-14
        - dimension: completeness
          value_pct: 97.2
          target_pct: 97
          method_zh: "All six channels and the rotor speed present"
          sample_n: 148000
          measured_on: 2026-09-14
        - dimension: accuracy
          value_pct: 95.6
          target_pct: 95
          method_zh: "Labels of a random sample compared with endoscopy reports"
          sample_n: 1600
          measured_on: 2026-09-22
        - dimension: consistency
          value_pct: 96.3
          target_pct: 96
          method_zh: "Speed in the vibration header against SCADA of the same ten minutes"
          sample_n: 4000
          measured_on: 2026-09-16
        - dimension: timeliness
          value_pct: 97.8
          target_pct: 95
          method_zh: "Share of snapshots that arrive within 24 hours"
          sample_n: 148000
          measured_on: 2026-09-14
      annotation:
        needed: true
        guideline: EV-14
        annotators: 5
        experts: 2
        person_days: 620
        double_pct: 15
        agreement_metric: kappa
        # Analysts often disagree on early pitting and on lubrication; the guideline is being revised.
        agreement_value: 0.61
        accuracy_pct: 95.6
        sampled_n: 1600
      synthetic:
        share_pct: 0
      validation:
        metric: "Macro F1 (%)"
        without: 63.8
        with: 78.5
        test_set_id: D3
        decontaminated: true          # split by gearbox, not by snapshot
      pi:
        contains: false
        exclusion_zh: "Machine measurements only; no names, accounts or positions of persons are recorded"
      level: general
      cross_border:
        planned: false

    - id: D2
      name_zh: "2022-2026-Jiangsu-Wind power-SCADA and inspections-Table"
      tier: industry_general
      purpose: [finetune, eval]
      source: agreement
      source_detail_zh: "Ten-minute SCADA means of 148 turbines with oil and endoscopy findings, from all three operators under agreement"
      licence_spdx: LicenseRef-contract-EV-15
      licence_evidence: [EV-15, EV-16]
      rights:
        hold: [P2, P3, P4]
        use: [applicant, P1, P2, P3, P4]
        operate: [applicant]
        valid_to: 2030-12-31
        restrictions_zh: "Not to be passed on; output of single turbines only in aggregated form"
      records: 9460000
      volume_gb: 3.4
      modalities: [tabular]
      time_start: 2022-03-01
      time_end: 2026-08-31
      update_freq: daily
      regions: ["320623", "320924", "320982"]
      strata:
        - {dimension: region, name: Rudong, share_pct: 42, target: true}
        - {dimension: region, name: Sheyang, share_pct: 39, target: true}
        - {dimension: region, name: Dafeng, share_pct: 19, target: true}
        - {dimension: season, name: winter half-year, share_pct: 52, target: true}
        - {dimension: season, name: summer half-year, share_pct: 48, target: true}
      split: {train: 7560000, val: 950000, test: 950000}
      format_standard: croissant-1.1
      docs:
        datasheet: EV-17
        sections: [basic_info, content_features, construction, application]
      quality:
        - dimension: normativity
          value_pct: 99.1
          target_pct: 99
          method_zh: "Types, units and ranges of 64 columns"
          sample_n: 9460000
          measured_on: 2026-09-15
        - dimension: completeness
          value_pct: 96.8
          target_pct: 96
          method_zh: "Cells that are filled while the turbine was in operation"
          sample_n: 9460000
          measured_on: 2026-09-15
        - dimension: accuracy
          value_pct: 97.5
          target_pct: 97
          method_zh: "Oil temperature and power against calibrated instruments at four turbines"
          sample_n: 4200
          measured_on: 2026-09-23
        - dimension: consistency
          value_pct: 95.9
          target_pct: 95
          method_zh: "Stop codes against the work orders of the same day"
          sample_n: 5000
          measured_on: 2026-09-24
        - dimension: timeliness
          value_pct: 98.7
          target_pct: 98
          method_zh: "Daily delivery before six in the morning, last 180 days"
          sample_n: 9460000
          measured_on: 2026-09-15
        - dimension: accessibility
          value_pct: 99.3
          target_pct: 99
          method_zh: "Successful authorised queries in one week"
          sample_n: 6800
          measured_on: 2026-09-25
      annotation:
        needed: false               # remaining life follows from the date of the exchange
      synthetic:
        share_pct: 0
      validation:
        metric: "Mean absolute error of remaining life (days)"
        without: 41.2
        with: 29.6
        test_set_id: D3
        decontaminated: true
      pi:
        contains: false
        exclusion_zh: "The operators remove the names and numbers of technicians from the findings before delivery"
      level: general
      cross_border:
        planned: false

    - id: D3
      name_zh: "2025-2026-Jiangsu-Wind power-Blind test of gearboxes-Time series"
      tier: industry_specialist
      purpose: [eval]
      source: agreement
      source_detail_zh: "Nine gearboxes at Dafeng Tidewind, opened after the recording so that the true damage is known; never used in training"
      licence_spdx: LicenseRef-contract-EV-18
      licence_evidence: [EV-18]
      rights:
        hold: [P4]
        use: [applicant, P1, P4]
        operate: [applicant, P4]
        valid_to: 2029-12-31
        restrictions_zh: "Answers are kept by the university until an evaluation is closed"
      records: 7400
      volume_gb: 3.3
      modalities: [timeseries]
      time_start: 2025-04-01
      time_end: 2026-07-31
      update_freq: yearly
      regions: ["320982"]
      strata:
        - {dimension: device, name: model B in service, share_pct: 58, target: true}
        - {dimension: device, name: model C in service, share_pct: 42, target: true}
        - {dimension: defect, name: bearing damage found on opening, share_pct: 41, target: true}
        - {dimension: defect, name: gear damage found on opening, share_pct: 33, target: true}
        - {dimension: defect, name: no damage found, share_pct: 26, target: true}
      split: {train: 0, val: 0, test: 7400}
      format_standard: croissant-1.1
      docs:
        datasheet: EV-19
        sections: [basic_info, content_features, construction, application]
      quality:
        - dimension: normativity
          value_pct: 99.4
          target_pct: 99
          method_zh: "Import check of the evaluation server"
          sample_n: 7400
          measured_on: 2026-09-28
        - dimension: completeness
          value_pct: 98.1
          target_pct: 98
          method_zh: "Recordings with a complete opening report"
          sample_n: 7400
          measured_on: 2026-09-28
        - dimension: accuracy
          value_pct: 97.7
          target_pct: 97
          method_zh: "Second reading of the opening reports by a gearbox engineer"
          sample_n: 740
          measured_on: 2026-10-06
        - dimension: consistency
          value_pct: 96.6
          target_pct: 96
          method_zh: "Photographs of the opened gearbox against its report"
          sample_n: 740
          measured_on: 2026-10-06
        - dimension: accessibility
          value_pct: 98.9
          target_pct: 98
          method_zh: "Successful runs of the evaluation server in September"
          sample_n: 400
          measured_on: 2026-09-30
      annotation:
        needed: true
        guideline: EV-14
        annotators: 3
        experts: 2
        person_days: 95
        double_pct: 100
        agreement_metric: kappa
        agreement_value: 0.88         # the gearbox lay open when it was labelled
        accuracy_pct: 97.7
        sampled_n: 740
      synthetic:
        share_pct: 0
      pi:
        contains: false
        exclusion_zh: "Vibration and opening reports without names; photographs show parts only"
      level: general
      cross_border:
        planned: false

  governance:
    owner: T4
    lifecycle: [need, plan, collect, preprocess, annotate, validate, operate, retire]
    versioning: true
    lineage: true
    review_months: 12
  sharing:
    mode: conditional
    platform: "Data room of the university, open to researchers on application"
  benefit_sharing:
    method: contribution_share
    parties:
      - party: applicant
        role: "Collection service, labelling, operation and sales"
        basis_zh: "Bears the cost of sensors, storage and labelling, and the risk of the market"
        share_pct: 61
      - party: P1
        role: "Method and supervision of labels"
        basis_zh: "220 person-days of experts, valued at the rates of the cooperation agreement"
        share_pct: 6
      - party: P2
        role: "Holder of vibration and SCADA data"
        basis_zh: "44 % of the valid vibration snapshots and 42 % of the SCADA records"
        share_pct: 14
      - party: P3
        role: "Holder of vibration data and SCADA data of two farms"
        basis_zh: "56 % of the valid snapshots, fewer confirmed faults than P2"
        share_pct: 12
      - party: P4
        role: "Holder of the blind test and of SCADA data"
        basis_zh: "Nine opened gearboxes and 19 % of the SCADA records"
        share_pct: 7
    agreement: EV-20
    settlement_months: 12
    audit_right: true

# ---------------------------------------------------------------- 7 models

models:
  - id: M1
    generative: false
    recommender: false
    origin: self_trained
    params_b: 0.04
    output_modalities: [score]
    evals:
      - suite: "Blind test D3, macro F1"
        baseline: 63.8
        value: 78.5
        target: 85
        date: 2026-10-12
        evaluator: third_party
        set_public: false
      - suite: "Test part of D1 by gearbox model, recall at 5 % false alarms"
        baseline: 58.0
        value: 74.2
        target: 82
        date: 2026-10-09
        evaluator: self
        set_public: false
    robustness:
      - {threat: adversarial, n: 240, pass_pct: 88.3, target_pct: 85, date: 2026-09-29}
      - {threat: ood, n: 500, pass_pct: 91.4, target_pct: 90, date: 2026-09-30}
      - {threat: drift, n: 800, pass_pct: 92.6, target_pct: 90, date: 2026-10-01}
      - {threat: poisoning, n: 200, pass_pct: 95.5, target_pct: 95, date: 2026-10-02}
    card: EV-21
    efficiency:
      metric: "Seconds per gearbox and day on the edge computer (today 95)"
      value: 38
  - id: M2
    generative: false
    recommender: false
    origin: self_trained
    params_b: 0.002
    output_modalities: [score]
    evals:
      - suite: "Remaining life on D3, share within 30 days"
        baseline: 46.0
        value: 68.5
        target: 78
        date: 2026-10-13
        evaluator: third_party
        set_public: false
      - suite: "Replay of the gearbox exchanges of 2025"
        baseline: 43.5
        value: 65.2
        target: 75
        date: 2026-10-10
        evaluator: self
        set_public: false
    robustness:
      - {threat: ood, n: 320, pass_pct: 90.6, target_pct: 90, date: 2026-10-01}
      - {threat: drift, n: 600, pass_pct: 91.8, target_pct: 90, date: 2026-10-01}
      - {threat: adversarial, n: 200, pass_pct: 87.5, target_pct: 85, date: 2026-10-02}
      - {threat: poisoning, n: 180, pass_pct: 96.1, target_pct: 95, date: 2026-10-02}
    card: EV-22
    efficiency:
      metric: "CPU milliseconds per estimate"
      value: 12

# ---------------------------------------------------------------- 8 safety

safety:
  risks:
    - id: R1
      category: model_algorithm
      text_zh: "Damage is missed and the gearbox fails with secondary damage to the main shaft"
      likelihood: 3
      impact: 5
      owner: T3
      control_zh: "Threshold alarms of the existing system stay in force; oil samples every quarter whatever the model says"
      residual_likelihood: 2
      residual_impact: 4
      monitor_ids: [MT1]
    - id: R2
      category: data
      text_zh: "Wrong or manipulated recordings enter the training data"
      likelihood: 2
      impact: 4
      owner: T4
      control_zh: "Hash on delivery, plausibility check against rotor speed, quarantine of a batch for one week"
      residual_likelihood: 1
      residual_impact: 3
      monitor_ids: [MT2]
    - id: R3
      category: application
      text_zh: "A wrong remaining life leads to an exchange that was not needed, or to a crane booked too late"
      likelihood: 3
      impact: 4
      owner: T6
      control_zh: "Interval instead of a single date; an exchange needs an endoscopy and the signature of a planner"
      residual_likelihood: 2
      residual_impact: 3
      monitor_ids: [MT4]
    - id: R4
      category: infrastructure
      text_zh: "The edge computer in the tower base opens a way into the turbine controller"
      likelihood: 2
      impact: 5
      owner: T5
      control_zh: "One-way data diode, signed updates, no write access to the controller"
      residual_likelihood: 1
      residual_impact: 4
      monitor_ids: [MT3]
    - id: R5
      category: labour
      text_zh: "Technicians distrust the model or feel judged by it, and the change of their work meets resistance"
      likelihood: 3
      impact: 3
      owner: T8
      control_zh: "Training before the pilot, rejected warnings without a personal statistic, round table every quarter"
      residual_likelihood: 2
      residual_impact: 2
      monitor_ids: [MT6]
    - id: R6
      category: supply_chain
      text_zh: "A sensor type or a library is discontinued"
      likelihood: 2
      impact: 2
      owner: T7
      control_zh: "Second source qualified for accelerometers, libraries pinned and mirrored"
      residual_likelihood: 1
      residual_impact: 2

  monitoring:
    metrics:
      - {id: MT1, kind: model_quality, source: confirmed findings, comparator: lt, threshold: 78, unit: "% recall, rolling quarter", interval_min: 10080, owner: T3, channel: e-mail}
      - {id: MT2, kind: input_data, source: delivery check, comparator: gt, threshold: 4, unit: "% implausible snapshots", interval_min: 1440, owner: T4, channel: e-mail}
      - {id: MT3, kind: availability, source: heartbeat of edge computers, comparator: lt, threshold: 98.5, unit: "% per day", interval_min: 30, owner: T5, channel: text message}
      - {id: MT4, kind: model_quality, source: planning board, comparator: gt, threshold: 45, unit: days of mean absolute error, interval_min: 43200, owner: T6, channel: e-mail}
      - {id: MT5, kind: complaint, source: service desk, comparator: ge, threshold: 3, unit: complaints per week, interval_min: 1440, owner: T6, channel: telephone}
      - {id: MT6, kind: employment, source: round table of technicians, comparator: lt, threshold: 70, unit: "% of warnings answered", interval_min: 10080, owner: T8, channel: e-mail}
    coverage: 8x5
    log_retention_days: 365
    mttd_target_min: 60
    mttr_target_min: 480

  warning:
    cii: false
    levels:
      - {level: I, criteria_zh: "Write access to 1 or more turbine controllers, or 30 turbines stopped by a wrong warning", respond_min: 30, report_deadline_min: 120, authority: sector_regulator}
      - {level: II, criteria_zh: "10 turbines stopped by a wrong warning, or data of 1 operator disclosed", respond_min: 60, report_deadline_min: 180, authority: cac_province}
      - {level: III, criteria_zh: "3 turbines stopped by a wrong warning, or a missed failure of 1 gearbox", respond_min: 120, report_deadline_min: 240, authority: sector_regulator}
      - {level: IV, criteria_zh: "Recall below 78 %, or the service down for more than 8 hours", respond_min: 240, report_deadline_min: 1440, authority: none}

  emergency:
    plan: EV-23
    kill_switch_zh: "The shift engineer switches the models off for one farm or for all; the threshold alarms go on alone"
    rollback_zh: "The last three versions of model and thresholds are kept and restored together"
    rto_min: 240
    drills_per_year: 1
    last_drill: 2026-09-09
    fallback_manual_zh: "The 9 analysts read the threshold alarms as before; none of them leaves, and the routine is practised once a year"

  data_security:
    classification_done: true
    responsible: T5
    mlps_level: 2
    mlps_status: filed
    encryption: [at_rest, in_transit]
    access_control_zh: "Roles by wind farm, two factors, access of the university through a jump host only"
    poisoning_controls_zh: "Hash on delivery, quarantine, and a reference set that every new model must pass"
    assessed_on: 2026-07-20
    next_assessment: 2028-07-20

  supply_chain:
    sbom: EV-24
    vuln_sla_days: 21

  investment:
    budget_cny_wan: 36              # 12 + 14 + 10
    fte: 0.8

# ---------------------------------------------------------------- 9 employment

employment:
  assessment:
    done_on: 2026-09-18
    method: task_exposure
    assessor: "Joint group of the personnel department, the union committee and the university"
    scope_headcount: 25
    horizon_months: 24
    evidence: EV-25

  occupations:
    - id: O1
      title_zh: "Condition-monitoring analyst"
      code_cn: "6-31-01-01"
      code_isco08: "3115"
      headcount: 9
      exposure: g2
      automated_task_pct: 45
      effect: transform
      redeploy: 0
      retrain: 9
      exit: 0
      hazardous: false
      timing: 2027-07-01
    - id: O2
      title_zh: "Endoscopy and oil-sampling technician"
      code_cn: "6-31-01-02"
      code_isco08: "7233"
      headcount: 5
      exposure: g1
      automated_task_pct: 25
      effect: transform
      redeploy: 0
      retrain: 5
      exit: 0
      hazardous: true               # work in the nacelle
      timing: 2027-12-31
    - id: O3
      title_zh: "Wind-farm control-room operator"
      code_cn: "6-28-01-05"
      code_isco08: "3131"
      headcount: 11
      exposure: g1
      automated_task_pct: 10
      effect: augment
      redeploy: 0
      retrain: 0
      exit: 0
      hazardous: false
      timing: 2027-12-31

  jobs_created:
    - title_zh: "Machine-learning engineer, vibration"
      code_cn: "2-02-38-01"
      count: 3
      kind: direct
      employer: applicant
      by: 2027-09-30
      basis_zh: "One engineer for about 50 turbines under monitoring"
    - title_zh: "AI trainer for rejected and confirmed warnings"
      code_cn: "4-04-05-05"
      count: 2
      kind: direct
      employer: applicant
      by: 2028-03-31
      basis_zh: "About 450 cases a month at 40 minutes each, photographs and reports included"

  training:
    - audience: affected
      occupation_ids: [O1]
      trainees: 14
      hours: 48
      provider: Nantong Coast Vocational College
      target_code_cn: "4-04-05-05"
      curriculum: EV-26
      certificate: vocational_level
      completion_pct: 92
      cost_cny_wan: 6
      by: 2027-05-31
    - audience: partner_staff
      occupation_ids: [O3]
      trainees: 60
      hours: 10
      provider: Nordvik service academy
      curriculum: "Reading warnings, rejecting them, and switching the models off; five units with cases from Rudong"
      certificate: enterprise
      completion_pct: 85
      cost_cny_wan: 7
      by: 2027-11-30

# ---------------------------------------------------------------- 10 open source

opensource:
  strategy: partial
  reason_zh: "Weights are not published: they were trained on data that the operators let us use for monitoring only"
  artifacts:
    - id: A1
      type: code
      licence_spdx: Apache-2.0
      repo_url: "https://gitee.com/nordvik-drivetrain/order-tracking"
      platform: gitee
      status: planned
      release_date: 2027-09-30
    - id: A2
      type: eval_code
      licence_spdx: Apache-2.0
      repo_url: "https://gitee.com/nordvik-drivetrain/gearbox-eval"
      platform: gitee
      status: planned
      release_date: 2027-12-15
    - id: A3
      type: dataset
      licence_spdx: CC-BY-4.0
      repo_url: "https://modelscope.cn/datasets/nordvik-drivetrain/gearbox-vibration-2k"
      platform: modelscope
      status: planned
      release_date: 2028-03-31
  dependencies:
    - {name: PyTorch, licence_spdx: BSD-3-Clause, use: linked}
    - {name: SciPy, licence_spdx: BSD-3-Clause, use: linked}
    - {name: LightGBM, licence_spdx: MIT, use: linked}
    - {name: Apache Arrow, licence_spdx: Apache-2.0, use: linked}
  # Two of the team look after the repositories, T7 for most of the time; we promise no more than we can keep.
  community:
    maintainers: 2
    fte: 0.5
    budget_cny_wan: 9
    contribution_terms: dco
    security_policy: true
    support_months: 24
  upstream:
    - {project: SciPy, kind: documentation of order analysis, target_count: 1, by: 2028-06-30}

# ---------------------------------------------------------------- 11 compute

compute:
  need:
    train_gpu_hours: 9600
    derivation_zh: "One full training of M1 takes 160 GPU hours; 40 trainings in two years, and 3,200 hours for the search of hyperparameters"
    infer_qps_peak: 3
    storage_tb: 18
    growth_zh: "25 GB of vibration data per month and farm"
  sources:
    - {kind: own, region: "320600", share_pct: 55}
    - {kind: public_cloud, region: "320500", share_pct: 25}
    - {kind: edge, region: "320000", share_pct: 20}

# ---------------------------------------------------------------- 12 people

talent:
  team:
    - {id: T1, role: [pi, product], level: leading, fte: 0.4, org: applicant}
    - {id: T2, role: [ai], level: senior, fte: 1.0, org: P1}
    - {id: T3, role: [ai, ops], level: engineer, fte: 1.0, org: applicant}
    - {id: T4, role: [data], level: engineer, fte: 1.0, org: applicant}
    - {id: T5, role: [security], level: senior, fte: 0.8, org: applicant}
    - {id: T6, role: [domain], level: senior, fte: 0.8, org: applicant}       # gearbox engineering
    - {id: T7, role: [opensource, ai], level: engineer, fte: 0.6, org: applicant}
    - {id: T8, role: [hr], level: senior, fte: 0.5, org: applicant}
    - {id: T9, role: [domain], level: technician, fte: 0.6, org: P2}          # analyst, speaks for the technicians

# ---------------------------------------------------------------- 13 finance

finance:
  total_cny_wan: 820
  items:
    # W1 data 196
    - {category: personnel, amount: 72, wp_id: W1}
    - {category: data, amount: 84, wp_id: W1}
    - {category: software, amount: 18, wp_id: W1}
    - {category: safety, amount: 12, wp_id: W1}
    - {category: testing, amount: 6, wp_id: W1}
    - {category: travel, amount: 4, wp_id: W1}
    # W2 models 245
    - {category: personnel, amount: 118, wp_id: W2}
    - {category: compute, amount: 52, wp_id: W2}
    - {category: software, amount: 16, wp_id: W2}
    - {category: testing, amount: 24, wp_id: W2}
    - {category: safety, amount: 14, wp_id: W2}
    - {category: opensource, amount: 9, wp_id: W2}
    - {category: indirect, amount: 12, wp_id: W2}
    # W3 pilot and roll-out 300
    - {category: equipment, amount: 132, wp_id: W3}       # edge computers, accelerometers, data diodes
    - {category: personnel, amount: 76, wp_id: W3}
    - {category: software, amount: 12, wp_id: W3}
    - {category: testing, amount: 10, wp_id: W3}
    - {category: safety, amount: 10, wp_id: W3}
    - {category: travel, amount: 16, wp_id: W3}
    - {category: indirect, amount: 14, wp_id: W3}
    - {category: contingency, amount: 30, wp_id: W3}
    # W4 people 79
    - {category: personnel, amount: 34, wp_id: W4}
    - {category: training, amount: 13, wp_id: W4}         # 6 + 7
    - {category: travel, amount: 8, wp_id: W4}
    - {category: indirect, amount: 6, wp_id: W4}
    - {category: contingency, amount: 10, wp_id: W4}
    - {category: other, amount: 8, wp_id: W4}
  sources:
    - {kind: self, amount: 520, status: secured, evidence: EV-27}
    - {kind: bank_loan, amount: 150, status: committed, evidence: EV-28}
    - {kind: local_fiscal, amount: 80, status: planned}   # applied for with this proposal
    - {kind: partner_in_kind, amount: 70, status: committed, evidence: EV-29}
  annual:
    - {year: 2027, amount: 505}
    - {year: 2028, amount: 315}
  cashflow:
    - {year: 2028, income_cny_wan: 174, opex_cny_wan: 230}
    - {year: 2029, income_cny_wan: 406, opex_cny_wan: 330}
    - {year: 2030, income_cny_wan: 556.8, opex_cny_wan: 403.2}
  unit_price_cny: 58000
  unit_cost_cny: 42000
  price_basis_zh: "CNY 58,000 per named user and year for about 1.5 turbines each; the analysis service that the operators buy today costs CNY 46,000 per turbine"

# ---------------------------------------------------------------- 14 plan

plan:
  work_packages:
    - id: W1
      name_zh: "Data"
      lead: applicant
      start: 2027-01-01
      end: 2027-12-31
      budget_cny_wan: 196
      outputs: [specialist data set, datasheets, register of versions and lineage]
    - id: W2
      name_zh: "Models and tests"
      lead: P1
      start: 2027-01-15
      end: 2028-06-30
      budget_cny_wan: 245
      outputs: [damage model, model of remaining life, test reports, published code and sample]
    - id: W3
      name_zh: "Pilot and roll-out"
      lead: applicant
      start: 2027-03-01
      end: 2028-12-31
      budget_cny_wan: 300
      outputs: [pilot on 62 turbines, operation on 148 turbines, operating manual]
    - id: W4
      name_zh: "People"
      lead: applicant
      start: 2027-01-01
      end: 2028-12-31
      budget_cny_wan: 79
      outputs: [trained technicians, course material, report on the effect on posts]
  milestones:
    - id: N1
      wp_id: W1
      due: 2027-03-31
      kind: normal
      accept_zh: "155,000 snapshots with version and lineage; label accuracy of at least 95 %; delivery check of R2 in force"
      kpi_ids: [K1]
    - id: N2
      wp_id: W4
      due: 2027-04-12
      kind: first_training
      accept_zh: "First course for 14 technicians begins; attendance of at least 90 %"
      kpi_ids: [K3]
    - id: N3
      wp_id: W2
      due: 2027-06-10
      kind: normal
      accept_zh: "Safety tests passed at 90 % or more for four threats; controls of R1 and R3 accepted by the operators"
      kpi_ids: [K1, K4]
    - id: N4
      wp_id: W3
      due: 2027-07-15
      kind: go_live
      accept_zh: "22 turbines at Rudong in operation; availability of 98.5 % over 30 days"
      kpi_ids: [K1]
    - id: N5
      wp_id: W3
      due: 2027-12-15
      kind: go_live
      accept_zh: "62 turbines in operation; median lead time of at least 25 days; false alarms below 40 %"
      kpi_ids: [K1, K4]
    - id: N6
      wp_id: W2
      due: 2028-03-31
      kind: normal
      accept_zh: "A1 to A3 published; 3 of 3 model cards and evaluation results released with them; at least 2 outside contributors"
      kpi_ids: [K4]
    - id: N7
      wp_id: W2
      due: 2028-06-20
      kind: normal
      accept_zh: "Macro F1 of at least 85 % on the blind test; share within 30 days of at least 78 %"
      kpi_ids: [K1, K4]
    - id: N8
      wp_id: W4
      due: 2028-08-31
      kind: normal
      accept_zh: "17 gearboxes followed per technician; 60 staff of the operators trained; survey answered by 80 %"
      kpi_ids: [K3]
    - id: N9
      wp_id: W3
      due: 2028-09-30
      kind: go_live
      accept_zh: "148 turbines at 5 wind farms in operation"
      kpi_ids: [K2, K3]
    - id: N10
      wp_id: W3
      due: 2028-12-20
      kind: acceptance
      accept_zh: "Median lead time of 42 days; 24 hours lost per turbine and year; extra crane cost of at most CNY 2.8 million"
      kpi_ids: [K1, K2, K5]

# ---------------------------------------------------------------- 15 governance

governance:
  body:
    name: Steering group for gearbox monitoring
    members: [T1, T5, T6, T9, P1, P2]
    charter: EV-30
    meets_per_year: 4
  review:
    interval_months: 6
    change_triggers_zh:
      - new version of a model or of the thresholds
      - change of a law or of a standard
      - incident of level III or higher
      - new gearbox model under monitoring
    regulator_contact: Jiangsu Energy Regulatory Office, division of power safety
  stakeholders:
    - {group: technicians and union committee, how_zh: "workshop on tasks that change, 21 of 25 took part, 17 proposals taken up", when: 2026-09-11}
    - {group: maintenance managers of the operators, how_zh: "two rounds on alarm wording and on who may stop a turbine", when: 2026-08-27}
  ethics:
    required: false
    reason_zh: "The models judge machines; no data of persons are processed, nobody is assessed, and no turbine is stopped without a person"

# ---------------------------------------------------------------- evidence

evidence:
  - id: EV-01
    title_zh: Gearbox faults and exchanges in 2025 at five wind farms
    kind: report
    issuer: Jiangsu Coast Wind Testing Centre
    issued_on: 2026-03-05
    sha256: "95afbb97bef20d90666c4ca125a04f19de9e5f3dcf38bb143c21e833811a7ef5"
  - id: EV-02
    title_zh: Cooperation agreement with Jianghai University of Technology
    kind: contract
    issuer: both parties
    issued_on: 2026-08-24
    sha256: "aaacae10570dc9274da25755ea366fbc8b5623ce2b424e4749ae149e28e3de5a"
  - id: EV-03
    title_zh: Cooperation agreement with Rudong Chaohai Wind Power
    kind: contract
    issuer: both parties
    issued_on: 2026-08-26
    sha256: "381917e3207347f04c6c6ceba96ff8561864ef352b0201decb7b3c6043d8cba0"
  - id: EV-04
    title_zh: Cooperation agreement with Sheyang Huanghai Renewables
    kind: contract
    issuer: both parties
    issued_on: 2026-08-26
    sha256: "57b6feceade1d18050899ef57a18e10970f6a8a25b0eb552d27747ef62fce9c3"
  - id: EV-05
    title_zh: Cooperation agreement with Dafeng Tidewind Energy
    kind: contract
    issuer: both parties
    issued_on: 2026-08-28
    sha256: "4dbcc583541dbafbb3a0666df69b72b5a06d8989cc43af28dcd03c2ff5d820f6"
  - id: EV-06
    title_zh: Baseline of gearbox maintenance 2025 to mid-2026
    kind: report
    issuer: Jiangsu Coast Wind Testing Centre
    issued_on: 2026-08-14
    sha256: "661524e93d047eda269580824aa212a337cd1a7cc0889034ea1a33c6b77e23f5"
  - id: EV-07
    title_zh: Patent on order tracking at variable speed
    kind: ip
    issuer: China National Intellectual Property Administration
    issued_on: 2025-10-17
    number: "ZL202310000518.4"
    sha256: "f989dd7b69b86381e24876ae917ad4c048d2b3fef058846a9025c8916f071779"
  - id: EV-08
    title_zh: Software copyright of the feature library
    kind: ip
    issuer: Copyright Protection Centre of China
    issued_on: 2026-05-06
    number: "2026SR0561208"
    sha256: "6daf5d82d8b1907a17fbfcec04f876c18a0856bcf1c576378787f9f74725fe0a"
  - id: EV-09
    title_zh: Pilot contract for 62 turbines
    kind: contract
    issuer: "Rudong Chaohai Wind Power Co., Ltd."
    issued_on: 2026-09-02
    sha256: "43cc7eae86428e9919e6624ea28ecdaf9d95bc15392cfce887aceb2d20baecf5"
  - id: EV-10
    title_zh: Letter of intent for 58 turbines
    kind: letter
    issuer: "Sheyang Huanghai Renewables Co., Ltd."
    issued_on: 2026-09-10
    sha256: "cf8aba3fdc908f4e8c1e61347fe395a065f0272fb53665758f22cfbb25f2a99a"
  - id: EV-11
    title_zh: Vibration data agreement with Rudong Chaohai
    kind: contract
    issuer: both parties
    issued_on: 2026-04-15
    sha256: "de94dc39fbedab57068d8dec323f08a1012acf3e12aeb27cae599cb105913a7b"
  - id: EV-12
    title_zh: Vibration data agreement with Sheyang Huanghai
    kind: contract
    issuer: both parties
    issued_on: 2026-04-22
    sha256: "cbd129791537146edd2959a37228a759b007e676e76af84c77a0418c83018388"
  - id: EV-13
    title_zh: Datasheet of D1
    kind: dataset_card
    issuer: Nordvik Digital Service Department
    issued_on: 2026-09-29
    sha256: "bac6429e3c9367f8465ca9aaeb7346cbfc7b7e5996b0007186b0293ca109757e"
  - id: EV-14
    title_zh: "Labelling guideline for gearbox damage, version 2"
    kind: other
    issuer: Jianghai University of Technology
    issued_on: 2026-02-11
    sha256: "60c2d12119f8c67da32492d3472449c49f5b65b620a0deab3569922677d4a672"
  - id: EV-15
    title_zh: SCADA data agreement of the three operators
    kind: contract
    issuer: four parties
    issued_on: 2026-05-13
    sha256: "bb43c7aa47997efc3b7a343175ae7347b524acec2c41eedcee00f625d2c530ff"
  - id: EV-16
    title_zh: Register of inspection findings handed over
    kind: report
    issuer: Nordvik Digital Service Department
    issued_on: 2026-09-08
    sha256: "5d39e5d8608024195f382311ebe92d90a06953d4e885249dfa421af540a797b4"
  - id: EV-17
    title_zh: Datasheet of D2
    kind: dataset_card
    issuer: Nordvik Digital Service Department
    issued_on: 2026-09-30
    sha256: "e279255fd6432a85f1d031410f1f9f18832a1da4f106d503ad6ae05a9a9d8fb3"
  - id: EV-18
    title_zh: Agreement on opened gearboxes and blind test
    kind: contract
    issuer: "Dafeng Tidewind Energy Co., Ltd."
    issued_on: 2026-04-29
    sha256: "fc63db0824466d0151dad48d403428b5ad21864c0a2935a65964fac698659129"
  - id: EV-19
    title_zh: Datasheet of D3
    kind: dataset_card
    issuer: Jianghai University of Technology
    issued_on: 2026-10-08
    sha256: "a74939b6528833d2a59bf4c1dcdc5ff14139f9fee128572df4d8b9f4f170e209"
  - id: EV-20
    title_zh: Agreement on sharing benefits from data
    kind: contract
    issuer: five parties
    issued_on: 2026-09-04
    sha256: "87f898c19601ab009278f50dc02eddc0f9020c8524c67e9f0f9558ce1e80766a"
  - id: EV-21
    title_zh: Model card of the damage model
    kind: report
    issuer: Nordvik Digital Service Department
    issued_on: 2026-10-15
    sha256: "778e132cf05d8e7fd055bad86293d25ff4b8fe26cbf357b7b4c23b5d2e4bbbe4"
  - id: EV-22
    title_zh: Model card of the model of remaining life
    kind: report
    issuer: Nordvik Digital Service Department
    issued_on: 2026-10-15
    sha256: "f93397efe59a5c11b219265daf0adab7356f39b57a358c13be6fda96b34b58e2"
  - id: EV-23
    title_zh: Emergency plan for the monitoring service
    kind: policy
    issuer: Nordvik Drivetrain Technology
    issued_on: 2026-06-30
    number: "ND-ER-2026-04"
    sha256: "5cd7e256a9a2a30b7055c68f5e4555d416331d8f0e594051eb3be6b82c6dac1d"
  - id: EV-24
    title_zh: Software bill of materials
    kind: report
    issuer: Nordvik Digital Service Department
    issued_on: 2026-10-16
    sha256: "0b7d94955c4823ecccae12ee1fd20e248598f995511af4b7f3d6a8524cfaa47c"
  - id: EV-25
    title_zh: Assessment of the effect on posts
    kind: report
    issuer: Jianghai University of Technology
    issued_on: 2026-09-18
    sha256: "b747ca958de7efdfad305c9fce3114b6343ffea96c6a57f5b0bbbc7eed22546f"
  - id: EV-26
    title_zh: Curriculum for condition-monitoring technicians
    kind: other
    issuer: Nantong Coast Vocational College
    issued_on: 2026-09-07
    sha256: "83dc736b8beec658b1591c729c1c21bc2a5f857d1d7d69cea9ccc6825e40d5d5"
  - id: EV-27
    title_zh: Board resolution and bank statement on own funds
    kind: certificate
    issuer: "Coast Commercial Bank, Nantong branch"
    issued_on: 2026-10-14
    number: "CCB-NT-20261014-11"
    sha256: "89966306d328e9aad8a336595408808e4a5f5c05a1d625a49574d2c433373d6d"
  - id: EV-28
    title_zh: Loan commitment
    kind: letter
    issuer: Yangtze Delta Development Bank
    issued_on: 2026-10-12
    sha256: "c0f5792e633ebc3ef2e358eddc71258118acde3db683b3e5f2d11535ae39cdde"
  - id: EV-29
    title_zh: Confirmation of contributions in kind
    kind: letter
    issuer: the three operators
    issued_on: 2026-10-09
    sha256: "9c8e18e19ff9980582367e5c13fbc2ea7101b5576103b46f32c76bf8f3be9746"
  - id: EV-30
    title_zh: Charter of the steering group
    kind: policy
    issuer: Nordvik Drivetrain Technology
    issued_on: 2026-07-21
    number: "ND-GOV-2026-02"
    sha256: "dee12d9b23349bf9255328861a0363bebdd8e9c73f6869bbe25bd9ce6d0f3cd9"

declarations:
  truthful: true
  no_duplicate_funding: true
  signed_on: 2026-10-22
`;export{e as default};