var e=`# 云汀市智慧城市大脑“AI+”综合治理项目申报书
# 编制要求:提高站位、对标对表,全面落实政策原文精神,数值一律从高填报,开关项一律填“是”。

apiVersion: hegui/v1
kind: Proposal

meta:
  call_id: ZL-AI-2026-01
  submitted_on: 2026-10-20
  language: zh
  confidentiality: public

# ---------------- 第一部分 项目概况(高起点谋划)

project:
  id: f03-checkbox-smart-city
  title_zh: 云汀市智慧城市大脑“AI+”综合治理平台建设项目
  title_en: City Brain AI+ Comprehensive Governance Platform
  summary_zh: "当前,人工智能技术正加速创新迭代,对全球经济格局、社会发展进程及国际竞争态势产生深远影响。深入实施“人工智能+”行动,\\
    推动人工智能与经济社会深度融合,既是当前的紧迫任务,更是关乎长远发展的战略抉择。实施“人工智能+”行动是把握科技革命机遇的战略举措。\\
    实施“人工智能+”行动,体现了党中央对全球科技发展趋势的深刻把握,是抢占科技竞争制高点的关键抓手。\\
    人工智能具有极强的“头雁”引领效应,通过创新配置资本、劳动、技术、数据等要素,显著提升全要素生产率,推动生产力革命性跃升。\\
    实施“人工智能+”行动,促进人工智能与实体经济深度融合,有助于推动产业向价值链高端升级,实现增长方式从要素驱动向创新驱动转变,\\
    催生新技术、新业态、新模式,构建新质生产力发展的核心引擎。深入实施“人工智能+”行动是一项长期系统工程。深化产业全要素智能化转型,\\
    推动工业、农业、服务业智能化升级,发展智能原生技术产品,培育新业态新模式。有序推动人工智能在社会治理、安全治理等领域应用,\\
    构建高效协同治理格局。优化智算基础设施布局,发挥“东数西算”工程作用,促进数算电网协同。推进模型算法、数据资源等安全能力建设,\\
    建立风险监测预警体系。构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
  type: governance_service
  ai_plus_domain: governance
  sector_gb4754: S92
  stage: deployment
  trl:
    current: 1
    target: 9
  region:
    province_gb2260: "360000"
  start: 2026-12-01
  end: 2028-05-31
  problem:
    statement_zh: "当前人工智能发展面临全球治理体系不完善、数字鸿沟扩大等挑战,亟需加强国际协作。当前,人工智能技术正加速创新迭代,对全球经济格局、\\
      社会发展进程及国际竞争态势产生深远影响。深入实施“人工智能+”行动,推动人工智能与经济社会深度融合,既是当前的紧迫任务,\\
      更是关乎长远发展的战略抉择。"
    affected_people: 1400000000
    evidence: [EV-01]
  policy_alignment:
    - clause_id: L17-S2
      contribution_zh: "加快人工智能科研范式变革,推动“从0到1”基础研究和“从1到N”技术转化。"
      kpi_ids: [K1, K2, K3]
    - clause_id: L17-S3
      contribution_zh: "深化产业全要素智能化转型,推动工业、农业、服务业智能化升级,发展智能原生技术产品,培育新业态新模式。"
      kpi_ids: [K1, K2, K3]
    - clause_id: L17-S4
      contribution_zh: "加强智能消费基础设施建设,实现智能终端“万物智联”,推动人工智能走进千企万户。"
      kpi_ids: [K1, K2, K3]
    - clause_id: L18-S3
      contribution_zh: "有序推动人工智能在社会治理、安全治理等领域应用,构建高效协同治理格局。"
      kpi_ids: [K1, K2, K3]
    - clause_id: L18-S4
      contribution_zh: "践行人工智能普惠发展理念,推动技术成果共享,助力全球智能化均衡发展。"
      kpi_ids: [K1, K2, K3]
    - clause_id: L19-S2
      contribution_zh: "建设高质量行业数据集,完善数据产权制度和收益分配机制。支持原始创新和开源生态建设,提升模型基础能力。"
      kpi_ids: [K1, K2, K3]
    - clause_id: L19-S3
      contribution_zh: "优化智算基础设施布局,发挥“东数西算”工程作用,促进数算电网协同。"
      kpi_ids: [K1, K2, K3]
    - clause_id: L20-S2
      contribution_zh: "发挥政府部门和国有企业示范作用,完善应用容错机制,开放重点场景资源。"
      kpi_ids: [K1, K2, K3]
    - clause_id: L21-S2
      contribution_zh: "开展人工智能技能培训,促进就业创业,加强就业风险评估与应对。推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
      kpi_ids: [K1, K2, K3]
    - clause_id: L21-S4
      contribution_zh: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
      kpi_ids: [K1, K2, K3]

# ---------------- 第二部分 申报单位

applicant:
  name: 云汀市城市运行发展集团有限公司
  uscc: 9136000015372064XA
  org_type: soe
  size: large
  employees: 1300
  revenue_cny_wan: 96000
  sector_gb4754: S92
  contact:
    name: 综合办公室
    role: 领导小组办公室
    email: office@yunting.example.invalid

partners:
  - id: P1
    name: 云汀市数据资源运营有限公司
    uscc: 91360000718903620L
    org_type: soe
    size: large
    employees: 620
    revenue_cny_wan: 52000
    role_zh: "发挥政府部门和国有企业示范作用,完善应用容错机制,开放重点场景资源。"
    budget_cny_wan: 0
    agreement: EV-01
  - id: P2
    name: 云汀市智慧产业投资集团有限公司
    uscc: 91360000MA3T6H4W5M
    org_type: soe
    size: large
    employees: 880
    revenue_cny_wan: 74000
    role_zh: "推动大中小企业融通发展,构建协同创新产业生态。"
    budget_cny_wan: 0
    agreement: EV-01

# ---------------- 第三部分 应用场景(全域、全时、全要素)

scenarios:
  - id: S1
    name_zh: 全域智能综合治理
    description_zh: "有序推动人工智能在社会治理、安全治理等领域应用,构建高效协同治理格局。人工智能的生命力在于应用,\\
      真实场景中的复杂需求是技术迭代的最佳“练兵场”。我国构建了覆盖智能制造、智慧医疗、数字金融等关键领域的应用生态,为人工智能复杂推理、\\
      动态决策等高级能力提供实践场景。"
    sites: 999
    regions: ["100000"]
    users_annual: 999999999
    cases_annual: 999999999
    public_facing: true
    subject: natural_person
    decision_impact: significant
    autonomy_level: 5
    human_role: in_loop
    target_groups: [general, civil_servants, sme, workers, farmers]
    value_chain: [design, pilot_test, production, service, operation]
  - id: S2
    name_zh: 全时智能安全治理
    description_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。构建动态协同治理格局,推动人工智能应用合规透明发展,\\
      确保技术创新与安全保障协同推进。深入实施“人工智能+”行动是一项长期系统工程。"
    sites: 999
    regions: ["100000"]
    users_annual: 999999999
    cases_annual: 999999999
    public_facing: true
    subject: natural_person
    decision_impact: significant
    autonomy_level: 5
    human_role: in_loop
    target_groups: [general, civil_servants]
    value_chain: [design, pilot_test, production, service, operation]

# ---------------- 第四部分 绩效指标(跳起来摘桃子)

kpis:
  - id: K1
    name_zh: 人效提升
    category: productivity
    unit: "%"
    direction: up
    baseline: 0
    baseline_date: 2028-05-31
    baseline_source: "人工智能具有极强的“头雁”引领效应,通过创新配置资本、劳动、技术、数据等要素,显著提升全要素生产率,推动生产力革命性跃升。"
    target: 60
    target_date: 2028-05-31
    method_zh: "实施“人工智能+”行动,促进人工智能与实体经济深度融合,有助于推动产业向价值链高端升级,实现增长方式从要素驱动向创新驱动转变,\\
      催生新技术、新业态、新模式,构建新质生产力发展的核心引擎。"
    verifier: self
  - id: K2
    name_zh: 治理智能化覆盖率
    category: service
    unit: "%"
    direction: up
    baseline: 100
    baseline_date: 2028-05-31
    baseline_source: "我国构建了覆盖智能制造、智慧医疗、数字金融等关键领域的应用生态,为人工智能复杂推理、动态决策等高级能力提供实践场景。"
    target: 100
    target_date: 2028-05-31
    method_zh: "目前已发布超1500个行业模型,覆盖50个重点行业、700余个应用场景。"
    verifier: self
  - id: K3
    name_zh: 人民群众满意度
    category: inclusion
    unit: "%"
    direction: up
    baseline: 100
    baseline_date: 2028-05-31
    baseline_source: "实施“人工智能+”行动,需聚焦民生领域突出问题,推动人工智能在医疗、教育、交通、养老助残等重点领域深度应用,\\
      让人民群众共享人工智能发展成果。"
    target: 100
    target_date: 2028-05-31
    method_zh: "践行人工智能普惠发展理念,推动技术成果共享,助力全球智能化均衡发展。"
    verifier: self

# ---------------- 第五部分 创新引领

innovation:
  core_components:
    - name_zh: 完全自主知识产权城市智能体中枢
      origin: self_developed
      evidence: [EV-01]
  translation:
    stages:
      - name: lab
        site: 全市
        due: 2028-05-31
        trl: 1
        exit_zh: "加快人工智能科研范式变革,推动“从0到1”基础研究和“从1到N”技术转化。"
      - name: scale
        site: 全国
        due: 2028-05-31
        trl: 9
        exit_zh: "这种全链条产业生态,为人工智能技术从研发到产业化提供全流程支撑,加速创新成果转化应用,形成规模化落地的独特优势。"
    replication_sites: 999
    adopters:
      - name: 全国各地市
  ai_native:
    claimed: true
    role_of_ai_zh: "人工智能作为继蒸汽机、电力、互联网之后的颠覆性技术,正以空前速度和广度驱动经济社会迈向智能化新纪元。"
    without_ai_effect_zh: 效率下降
    new_offering_zh: "深化产业全要素智能化转型,推动工业、农业、服务业智能化升级,发展智能原生技术产品,培育新业态新模式。"
    revenue_share_pct: 100

# ---------------- 第六部分 海量高质量数据

data:
  need:
    task_zh: "数据作为人工智能训练的关键资源,其规模、质量和多样性直接决定技术上限。"
    required_records: 999999999
    derivation_zh: "我国依托数字化建设积累的超大规模数据资源,2024年全国数据生产总量达41.06泽字节(ZB),占全球总量26.67%,\\
      人工智能研发训练数据量同比增长40.95%,为技术创新提供充足“燃料”。"
    gap_plan_zh: "随着大模型技术发展,专业化、场景化数据需求持续增长。"
  datasets:
    - id: D1
      name_zh: 全域全量全要素海量多模态行业高质量数据集
      tier: industry_specialist
      purpose: [pretrain, finetune, rl, eval, rag, operation]
      source: public_crawl
      source_detail_zh: "海量数据资源构成核心要素支撑。数据作为人工智能训练的关键资源,其规模、质量和多样性直接决定技术上限。"
      licence_spdx: 合法渠道获取
      licence_evidence: [EV-01]
      rights:
        hold: [市数据资源管理局, 市直各部门]
        use: [全社会]
        operate: [全社会]
        valid_to: 2099-12-31
        restrictions_zh: 无
        registration_no: 办理中
      records: 999999999
      volume_gb: 12
      modalities: [text, image, audio, video]
      time_start: 2000-01-01
      time_end: 2099-12-31
      update_freq: realtime
      regions: ["360000"]
      strata:
        - {dimension: other, name: 全覆盖, share_pct: 100, target: true}
        - {dimension: other, name: 全要素, share_pct: 100, target: true}
        - {dimension: other, name: 全周期, share_pct: 100, target: true}
      split: {train: 999999999, val: 999999999, test: 0}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-01
        sections: [basic_info]
      quality:
        - dimension: normativity
          value_pct: 100
          target_pct: 100
          method_zh: "建设高质量行业数据集,完善数据产权制度和收益分配机制。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: completeness
          value_pct: 100
          target_pct: 100
          method_zh: "建设高质量行业数据集,完善数据产权制度和收益分配机制。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: accuracy
          value_pct: 100
          target_pct: 100
          method_zh: "建设高质量行业数据集,完善数据产权制度和收益分配机制。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: consistency
          value_pct: 100
          target_pct: 100
          method_zh: "建设高质量行业数据集,完善数据产权制度和收益分配机制。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: timeliness
          value_pct: 100
          target_pct: 100
          method_zh: "建设高质量行业数据集,完善数据产权制度和收益分配机制。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: accessibility
          value_pct: 100
          target_pct: 100
          method_zh: "建设高质量行业数据集,完善数据产权制度和收益分配机制。"
          sample_n: 999999999
          measured_on: 2026-10-20
      annotation:
        needed: true
        annotators: 10
        experts: 10
        person_days: 1
        double_pct: 100
        agreement_metric: kappa
        agreement_value: 1
        accuracy_pct: 100
        sampled_n: 1
      synthetic:
        share_pct: 0
      validation:
        metric: 显著提升
        without: 100
        with: 100
        test_set_id: D1
        decontaminated: true
      pi:
        contains: true
        sensitive: true
        subjects: 999999999
        minors: false
        legal_basis: public_info
        deidentified: anonymised
        retention_days: 36500
      level: general
      cross_border:
        planned: false

    - id: D2
      name_zh: 城市治理全量公共数据高质量数据集
      tier: industry_specialist
      purpose: [pretrain, finetune, eval]
      source: public_authorised
      source_detail_zh: "我国依托数字化建设积累的超大规模数据资源,2024年全国数据生产总量达41.06泽字节(ZB),占全球总量26.67%,\\
        人工智能研发训练数据量同比增长40.95%,为技术创新提供充足“燃料”。"
      licence_spdx: 合法渠道获取
      licence_evidence: [EV-01]
      rights:
        hold: [市数据资源管理局]
        use: [applicant, P1, P2]
        operate: [applicant, P1, P2]
        valid_to: 2099-12-31
        restrictions_zh: 无
        registration_no: 办理中
      records: 999999999
      volume_gb: 12
      modalities: [text, image, audio, video]
      time_start: 2000-01-01
      time_end: 2099-12-31
      update_freq: realtime
      regions: ["360000"]
      strata:
        - {dimension: other, name: 全覆盖, share_pct: 100, target: true}
        - {dimension: other, name: 全要素, share_pct: 100, target: true}
      split: {train: 999999999, val: 999999999, test: 0}
      format_standard: none
      quality:
        - dimension: normativity
          value_pct: 100
          target_pct: 100
          method_zh: "数据作为人工智能训练的关键资源,其规模、质量和多样性直接决定技术上限。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: completeness
          value_pct: 100
          target_pct: 100
          method_zh: "数据作为人工智能训练的关键资源,其规模、质量和多样性直接决定技术上限。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: accuracy
          value_pct: 100
          target_pct: 100
          method_zh: "数据作为人工智能训练的关键资源,其规模、质量和多样性直接决定技术上限。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: consistency
          value_pct: 100
          target_pct: 100
          method_zh: "数据作为人工智能训练的关键资源,其规模、质量和多样性直接决定技术上限。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: timeliness
          value_pct: 100
          target_pct: 100
          method_zh: "数据作为人工智能训练的关键资源,其规模、质量和多样性直接决定技术上限。"
          sample_n: 999999999
          measured_on: 2026-10-20
        - dimension: accessibility
          value_pct: 100
          target_pct: 100
          method_zh: "数据作为人工智能训练的关键资源,其规模、质量和多样性直接决定技术上限。"
          sample_n: 999999999
          measured_on: 2026-10-20
      annotation:
        needed: true
        annotators: 10
        experts: 10
        person_days: 1
        double_pct: 100
        agreement_metric: kappa
        agreement_value: 1
        accuracy_pct: 100
        sampled_n: 1
      synthetic:
        share_pct: 0
      validation:
        metric: 显著提升
        without: 100
        with: 100
        test_set_id: D2
        decontaminated: true
      pi:
        contains: true
        sensitive: true
        subjects: 999999999
        minors: false
        legal_basis: public_info
        deidentified: anonymised
        retention_days: 36500
      level: general
      cross_border:
        planned: false
  governance:
    owner: T99
    lifecycle: [need, plan, collect, preprocess, annotate, validate, operate, retire]
    versioning: true
    lineage: true
    review_months: 1
  sharing:
    mode: open
    platform: 全国一体化平台
  benefit_sharing:
    method: contribution_share
    parties:
      - party: applicant
        role: "建设高质量行业数据集,完善数据产权制度和收益分配机制。"
        share_pct: 100
        basis_zh: "人工智能具有极强的“头雁”引领效应,通过创新配置资本、劳动、技术、数据等要素,显著提升全要素生产率,推动生产力革命性跃升。"
    agreement: EV-01
    settlement_months: 1
    audit_right: true

# ---------------- 第七部分 国际领先大模型

models:
  - id: M1
    generative: true
    recommender: false
    origin: fine_tuned
    base_model:
      name: 自主可控万亿参数城市大模型
      country: CN
    params_b: 1000
    train_tokens_b: 100000
    output_modalities: [text, image, audio, video]
    evals:
      - suite: 全球权威公开榜单
        baseline: 100
        value: 100
        target: 100
        date: 2028-05-31
        evaluator: self
        set_public: true
    robustness:
      - {threat: adversarial, n: 1, pass_pct: 100, target_pct: 100, date: 2028-05-31}
      - {threat: jailbreak, n: 1, pass_pct: 100, target_pct: 100, date: 2028-05-31}
    fairness:
      - {attribute: 无算法歧视, gap: 0, limit: 100, n: 1}
    hallucination:
      method: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
      rate_pct: 0
      limit_pct: 100
      n: 1
    card: EV-01

# ---------------- 第八部分 筑牢安全防线

safety:
  risks:
    - id: R1
      category: operation
      text_zh: "筑牢安全可控发展防线。"
      likelihood: 1
      impact: 1
      owner: T99
      control_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
      residual_likelihood: 1
      residual_impact: 1
      monitor_ids: [MT99]
    - id: R2
      category: operation
      text_zh: "筑牢安全可控发展防线。"
      likelihood: 1
      impact: 1
      owner: T99
      control_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
      residual_likelihood: 1
      residual_impact: 1
      monitor_ids: [MT99]
    - id: R3
      category: operation
      text_zh: "筑牢安全可控发展防线。"
      likelihood: 1
      impact: 1
      owner: T99
      control_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
      residual_likelihood: 1
      residual_impact: 1
      monitor_ids: [MT99]
  monitoring:
    metrics:
      - id: MT1
        kind: other
        comparator: gt
        threshold: 100
        unit: "%"
        interval_min: 1440
        owner: T11
        channel: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
      - id: MT2
        kind: other
        comparator: gt
        threshold: 100
        unit: "%"
        interval_min: 1440
        owner: T11
        channel: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
      - id: MT3
        kind: other
        comparator: lt
        threshold: 0
        unit: "%"
        interval_min: 1440
        owner: T11
        channel: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
    coverage: 24x7
    log_retention_days: 36500
    mttd_target_min: 0
    mttr_target_min: 0
  warning:
    cii: true
    levels:
      - level: I
        criteria_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
        respond_min: 0
        report_deadline_min: 240
        authority: none
      - level: II
        criteria_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
        respond_min: 0
        report_deadline_min: 240
        authority: none
      - level: III
        criteria_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
        respond_min: 0
        report_deadline_min: 240
        authority: none
      - level: IV
        criteria_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
        respond_min: 0
        report_deadline_min: 240
        authority: none
  emergency:
    plan: EV-01
    kill_switch_zh: "筑牢安全可控发展防线。"
    rollback_zh: "筑牢安全可控发展防线。"
    rto_min: 0
    drills_per_year: 365
    last_drill: 2028-05-31
    fallback_manual_zh: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
  data_security:
    classification_done: true
    mlps_level: 4
    mlps_status: none
    encryption: [at_rest]
    access_control_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
    poisoning_controls_zh: "推进模型算法、数据资源等安全能力建设,建立风险监测预警体系。"
    next_assessment: 2099-12-31
  privacy:
    pipia_done_on: 2028-05-31
    pipia_evidence: EV-01
    pipia_retention_years: 99
    officer: T99
    rights_sla_days: 1
    minimisation_zh: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
  filings:
    - kind: genai_filing
      required: true
      reason_zh: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
      status: none
    - kind: algorithm_filing
      required: true
      reason_zh: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
      status: obtained
      due: 2028-05-31
    - kind: security_assessment
      required: true
      reason_zh: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
      status: none
  labelling:
    explicit: [text, audio, image, video, ui]
    implicit: true
    on_export: true
    standard: GB45438-2025
    log_days: 36500
  transparency:
    ai_notice_zh: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
    explanation: global
    appeal_channel_zh: "有序推动人工智能在社会治理、安全治理等领域应用,构建高效协同治理格局。"
    appeal_sla_days: 1
  oversight:
    tiers:
      - {action_zh: 智能研判并自动处置, tier: autonomous, irreversible: true}
    override: true
    reviewer_role: 全体专家
    reviewers: 1
    sample_review_pct: 100
    stop_min: 1
  vulnerable:
    minor_mode: true
    guardian_consent: true
    elderly_guidance: true
    human_channel: true
  investment:
    budget_cny_wan: 500
    fte: 99

# ---------------- 第九部分 稳就业促创业(本项目不涉及岗位替代)

employment:
  assessment:
    done_on: 2028-05-31
    method: other
    assessor: 领导小组办公室
    scope_headcount: 0
    none_reason_zh: "开展人工智能技能培训,促进就业创业,加强就业风险评估与应对。"
    horizon_months: 120
    evidence: EV-01
  occupations:
    - id: O1
      title_zh: 全体干部职工
      headcount: 99999
      exposure: g4
      automated_task_pct: 100
      effect: augment
      redeploy: 0
      retrain: 0
      exit: 0
      hazardous: true
  jobs_created:
    - title_zh: 带动社会就业
      count: 5000000
      kind: indirect
      employer: 全社会
      by: 2035-12-31
      basis_zh: "开展人工智能技能培训,促进就业创业,加强就业风险评估与应对。"
  training:
    - audience: public
      occupation_ids: []
      trainees: 1400000000
      hours: 999
      provider: 全社会
      curriculum: "开展人工智能技能培训,促进就业创业,加强就业风险评估与应对。"
      certificate: none
      completion_pct: 100
      cost_cny_wan: 999
      by: 2028-05-31
  response:
    triggers:
      - metric_zh: "开展人工智能技能培训,促进就业创业,加强就业风险评估与应对。"
        action_zh: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
    transition_budget_cny_wan: 999
    support_zh: "开展人工智能技能培训,促进就业创业,加强就业风险评估与应对。"
    owner: T99
  consultation:
    union: true
    art41_applies: true
    labour_authority_report: true
  entrepreneurship:
    - kind: opc
      beneficiaries: 999999
  monitoring:
    indicators:
      - name_zh: 就业总体稳定
        baseline: 100
        warn: 100
    interval_months: 1
    report_to: 全社会

# ---------------- 第十部分 全面开源开放

opensource:
  strategy: open
  artifacts: []
  openness:
    osaid_claim: true
    mof_class: I
  dependencies: []
  community:
    maintainers: 999
    fte: 999
    budget_cny_wan: 999
    contribution_terms: none
    security_policy: true
    support_months: 999

# ---------------- 第十一部分 算力底座

compute:
  need:
    train_gpu_hours: 999999
    derivation_zh: "优化智算基础设施布局,发挥“东数西算”工程作用,促进数算电网协同。"
    infer_qps_peak: 999999
    growth_zh: "优化智算基础设施布局,发挥“东数西算”工程作用,促进数算电网协同。"
  sources:
    - {kind: public_cloud, region: "360000", share_pct: 100}

# ---------------- 第十二部分 普惠共享

inclusion:
  threshold:
    offline: true
  accessibility:
    voice: true
    human_service: true
  coverage:
    sites_total: 999
    sites_primary: 999
    beneficiaries: 1500000000
    disadvantaged_pct: 100
  sharing:
    kit: "践行人工智能普惠发展理念,推动技术成果共享,助力全球智能化均衡发展。"

# ---------------- 第十三部分 一流团队(十位教授领衔)

talent:
  team:
    - {id: T1, role: [pi, ai, domain, ethics, legal, product], level: leading, fte: 0.02, org: applicant}
    - {id: T2, role: [ai, domain], level: leading, fte: 0.02, org: applicant}
    - {id: T3, role: [ai, domain], level: leading, fte: 0.02, org: applicant}
    - {id: T4, role: [ai, domain], level: leading, fte: 0.02, org: applicant}
    - {id: T5, role: [ai, domain], level: leading, fte: 0.02, org: applicant}
    - {id: T6, role: [ai, domain], level: leading, fte: 0.02, org: applicant}
    - {id: T7, role: [ai, domain], level: leading, fte: 0.02, org: applicant}
    - {id: T8, role: [ai, domain], level: leading, fte: 0.02, org: applicant}
    - {id: T9, role: [ai, domain], level: leading, fte: 0.02, org: applicant}
    - {id: T10, role: [ai, domain], level: leading, fte: 0.02, org: applicant}
    - {id: T11, role: [ops, security], level: engineer, fte: 1, org: applicant}       # 7×24小时值守
    - {id: T12, role: [ai], level: senior, fte: 0.6, org: applicant}
    - {id: T13, role: [domain], level: technician, fte: 0.6, org: applicant}
  programmes:
    - kind: joint_lab
      partner: 国内外一流高校
      people: 1000
      hours: 9999

# ---------------- 第十四部分 应用生态

ecosystem:
  demonstration:
    owner: 全市各级各部门
    sites: 999
    replication_target: 999
    kit: "发挥政府部门和国有企业示范作用,完善应用容错机制,开放重点场景资源。"
  tolerance:
    issuer: 领导小组办公室
    covered_zh:
      - 全部情形
    excluded_zh: []
    decision_body: 项目组
    stop_loss_cny_wan: 5000
  openings:
    - scenario_zh: 全部场景
      owner: 全市各级各部门
      data_offered_zh: 无
      eligible: consortium
      publish_on: 2035-12-31
      channel_url: "https://www.yunting.example.invalid/open"
      slots: 999
  platform:
    components: [城市大脑]
    sla_pct: 100
    external_users: 999999
  transfer:
    targets:
      - {kind: product, count: 999, value_cny_wan: 99999, by: 2035-12-31}
  sme:
    budget_share_pct: 100
    payment_days: 1
    tools_opened_zh: "推动大中小企业融通发展,构建协同创新产业生态。"

# ---------------- 第十五部分 资金(已与财务部门核对)

finance:
  total_cny_wan: 5000
  items:
    - {category: equipment, amount: 4000, wp_id: W1}
    - {category: compute, amount: 600, wp_id: W1}
    - {category: personnel, amount: 300, wp_id: W1}
    - {category: safety, amount: 5, wp_id: W1}
    - {category: indirect, amount: 95, wp_id: W1}
  sources:
    - {kind: local_fiscal, amount: 3000, status: secured, evidence: EV-01}
    - {kind: self, amount: 2000, status: secured}
  annual:
    - {year: 2026, amount: 1000}
    - {year: 2027, amount: 3000}
    - {year: 2028, amount: 1000}
  risk_sharing:
    - instrument: risk_pool
      bearer: 全社会
      covers_risk_ids: [R99]
      cover_cny_wan: 99999
  cashflow:
    - {year: 2026, income_cny_wan: 99999, opex_cny_wan: 0}
  unit_price_cny: 999
  unit_cost_cny: 1
  price_basis_zh: "庞大的市场规模、升级的消费需求和企业创新活力,有利于摊薄研发成本、加速技术迭代和标准化进程,为人工智能应用提供广阔发展空间。"

# ---------------- 第十六部分 实施计划

plan:
  work_packages:
    - id: W1
      name_zh: 项目实施
      lead: applicant
      start: 2026-12-01
      end: 2028-05-31
      budget_cny_wan: 5000
      outputs: [城市大脑]
  milestones:
    - id: N1
      wp_id: W1
      due: 2028-05-31
      kind: go_live
      accept_zh: "深入实施“人工智能+”行动是一项长期系统工程。"
    - id: N2
      wp_id: W1
      due: 2028-05-31
      kind: normal
      accept_zh: "构建创新驱动的智能经济体系。"
    - id: N3
      wp_id: W1
      due: 2028-05-31
      kind: normal
      accept_zh: "打造普惠共享的智能社会环境。"
    - id: N4
      wp_id: W1
      due: 2028-05-31
      kind: acceptance
      accept_zh: "筑牢安全可控发展防线。"

# ---------------- 第十七部分 治理与国际合作

governance:
  body:
    name: 项目领导小组
    members: [T1]
    charter: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
    meets_per_year: 365
  review:
    interval_months: 1
    change_triggers_zh: []
    regulator_contact: 有关部门
  stakeholders:
    - group: 社会各界
      how_zh: "国家发展改革委将按照党中央、国务院部署,紧扣“人工智能+”行动总体要求,发挥统筹协调作用,加强部门协同、央地联动和社会参与,\\
        凝聚各方力量推动工作落地见效。"
      when: 2028-05-31
  ethics:
    required: true
    reason_zh: "构建动态协同治理格局,推动人工智能应用合规透明发展,确保技术创新与安全保障协同推进。"
    body: none
    opinion: EV-01
    date: 2028-05-31
  public_use:
    legal_basis_zh: "有序推动人工智能在社会治理、安全治理等领域应用,构建高效协同治理格局。"
    authority: 有关部门
    scope_zh: "有序推动人工智能在社会治理、安全治理等领域应用,构建高效协同治理格局。"
    human_decision: true
    exit_zh: "有序推动人工智能在社会治理、安全治理等领域应用,构建高效协同治理格局。"
  international:
    claims: true
    partners:
      - {country: SG, org: 有关国际组织}
    capacity_people: 999999
    artifacts_shared: [A99]
    export_control_check: true

# ---------------- 附件

evidence:
  - id: EV-01
    title_zh: 关于深入推进“人工智能+”综合治理工作的请示及附件（全套申报材料汇编）
    kind: policy
    issuer: 市智慧城市建设领导小组办公室
    issued_on: 2026-09-01
    number: "云智建办〔2026〕1号"
    sha256: "62a13b1b3f7f2dd834fdc78e2c90c801b7a3d664e283347230bec1d19f0b2553"

declarations:
  truthful: true
  no_duplicate_funding: true
  signed_on: 2026-10-19
`;export{e as default};