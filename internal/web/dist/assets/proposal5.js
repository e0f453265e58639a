var e=`# 洛川苹果园病虫害识别与测报 —— 申报书
# 填报说明:金额单位为万元,比例为百分数,日期为 年-月-日;EV-nn 见文末“佐证材料”。

apiVersion: hegui/v1
kind: Proposal

meta:
  call_id: SN-AI-2026-03
  submitted_on: 2026-10-15
  language: zh
  confidentiality: public

# ---------------------------------------------------------------- 一、项目概况

project:
  id: f06-orchard-pest
  title_zh: 洛川县苹果园病虫害智能识别与测报应用
  summary_zh: "本项目面向陕西洛川、黄陵两县苹果种植户和合作社，针对早期病虫害发现晚、植保人员少、用药凭经验等问题，\\
    采集果园实拍图像三万四千张，微调轻量检测模型，在手机和虫情测报灯上运行，给出病虫害种类、置信度和用药提示，\\
    由植保员复核后发布测报。项目周期十八个月，先在六个示范点验证识别准确率、亩均用药量和测报提前天数三项指标，\\
    再向两个县的合作社推广。项目同步开展果农培训、岗位影响评估、数据权益约定和模型安全测试，\\
    并公开两千张标注样本供行业使用。"
  type: application
  ai_plus_domain: industry
  sector_gb4754: A01
  stage: pilot
  trl:
    current: 5
    target: 8
  region:
    province_gb2260: "610000"
    city_gb2260: "610600"
  start: 2026-11-01
  end: 2028-04-30
  problem:
    statement_zh: "洛川、黄陵两县约1.9万户果农中，合作社覆盖的620户2025年因褐斑病、金纹细蛾漏检造成的商品果损失平均为11.4%；\\
      两县专职植保员31人，人均负责果园超过1.2万亩，从发病到确诊平均需要6.5天，明显晚于防治窗口期。"
    affected_people: 620
    evidence: [EV-01]
  policy_alignment:
    - clause_id: L17-S3
      contribution_zh: 在农业生产环节部署病虫害识别模型，使植保诊断由6.5天缩短到1天以内，降低亩均用药量
      kpi_ids: [K1, K2, K3]
    - clause_id: L19-S2
      contribution_zh: 建设苹果病虫害行业专识数据集，并与合作社约定权益与分成，每年结算一次
      kpi_ids: [K1]

# ---------------------------------------------------------------- 二、申报单位与联合单位

applicant:
  name: 洛川塬上果智慧农业科技有限公司
  uscc: 91610629MA6T3KQ784
  org_type: private
  size: small                # 软件和信息技术服务业:12 人、420 万元,按 2011 年划型标准为小型
  employees: 12
  revenue_cny_wan: 420
  sector_gb4754: I65
  contact:
    name: 项目办
    role: 项目负责人
    email: pm@example.invalid

partners:
  - id: P1
    name: 洛川永乡红果业专业合作社
    uscc: 93610629MA6T8R255P
    org_type: private
    size: small
    employees: 25
    revenue_cny_wan: 1100
    role_zh: 提供历史图像、示范园与植保复核
    budget_cny_wan: 10
    agreement: EV-02

# ---------------------------------------------------------------- 三、应用场景

scenarios:
  - id: S1
    name_zh: 苹果园病虫害识别与测报
    description_zh: "植保员和种植户用手机拍摄叶片与果实，或由测报灯定时采集；现有流程靠人工巡园后送县植保站确诊，平均6.5天。\\
      项目后模型给出候选种类和置信度，植保员复核后发布测报和用药提示。"
    sites: 6
    regions: ["610629", "610632"]     # 洛川县、黄陵县
    users_annual: 200                  # 按户计,2029 年达到
    public_facing: false               # 只对签约合作社社员开放,不上架应用商店
    subject: environment
    decision_impact: advisory
    autonomy_level: 1
    human_role: in_loop
    target_groups: [farmers]
    value_chain: [production, service]

# ---------------------------------------------------------------- 四、绩效指标

kpis:
  - id: K1
    name_zh: 主要病虫害识别F1值
    category: quality
    unit: "%"
    direction: up
    baseline: 78.5
    baseline_date: 2026-08-20
    baseline_source: EV-03
    target: 90
    target_date: 2027-10-31
    method_zh: 独立测试集800张，按种类宏平均
    verifier: third_party

  - id: K2
    name_zh: 亩均农药用量
    category: cost
    unit: kg/亩
    direction: down
    baseline: 1.62
    baseline_date: 2025-12-31
    baseline_source: EV-01
    target: 1.3
    target_date: 2028-03-31
    method_zh: 示范园与对照园各30户用药台账
    verifier: customer

  - id: K3
    name_zh: 单名植保员日均诊断园块数
    category: productivity
    unit: 块/人日
    direction: up
    baseline: 14
    baseline_date: 2026-08-31
    baseline_source: EV-03
    target: 40
    target_date: 2028-03-31
    method_zh: 系统工单统计并抽查纸质记录
    verifier: customer

# ---------------------------------------------------------------- 五、创新与转化

innovation:
  core_components:
    - name_zh: 果园小样本增量学习与难例回流组件
      origin: self_developed
      evidence: [EV-05]
  translation:
    stages:
      - name: pilot
        site: 洛川示范园1—2号
        due: 2027-05-31
        trl: 6
        exit_zh: 独立测试集F1≥85%且误报率≤8%
      - name: first_site
        site: 合作社全部示范园
        due: 2027-10-31
        trl: 7
        exit_zh: F1≥90%且植保员复核采纳率≥85%
      - name: replication
        site: 黄陵县两处果园
        due: 2028-04-15
        trl: 8
        exit_zh: 异地F1下降不超过3个百分点
    replication_sites: 3
    adopters:
      - name: 洛川永乡红果业专业合作社
        agreement: EV-02

# ---------------------------------------------------------------- 六、数据

data:
  need:
    task_zh: 苹果12类主要病虫害目标检测
    required_records: 30000
    derivation_zh: "以2026年试验的学习曲线外推，每类约2500张时每增加500张F1只提高不到0.3个百分点，\\
      12类共需3万张；现有两套图像合计3.4万张，能够满足。"

  datasets:
    # 自采图像:四个试验园,手机与测报灯
    - id: D1
      name_zh: 2025-2026-洛川-种植业-病虫害图像-检测
      tier: industry_specialist
      purpose: [finetune, eval]
      source: collected
      source_detail_zh: 申报单位2025年4月至2026年9月在4个自有试验园用手机与测报灯拍摄
      licence_spdx: CC-BY-4.0
      licence_evidence: [EV-04]
      rights:
        hold: [applicant]
        use: [applicant, P1]
        operate: [applicant]
        valid_to: 2031-09-30
        restrictions_zh: 无
      records: 26000
      volume_gb: 62
      modalities: [image]
      time_start: 2025-04-01
      time_end: 2026-09-20
      update_freq: weekly
      regions: ["610629"]
      strata:
        - {dimension: season, name: 春梢期, share_pct: 31, target: true}
        - {dimension: season, name: 夏梢期, share_pct: 42, target: true}
        - {dimension: season, name: 采收期, share_pct: 27, target: true}
        - {dimension: device, name: 手机, share_pct: 81, target: true}
        - {dimension: device, name: 测报灯, share_pct: 19, target: true}
      split: {train: 20800, val: 2600, test: 2600}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-06
        sections: [basic_info, content_features, construction, application]
      quality:
        - dimension: normativity
          value_pct: 99.1
          target_pct: 98
          method_zh: 按格式要求用脚本校验字段
          sample_n: 26000
          measured_on: 2026-09-25
        - dimension: completeness
          value_pct: 97.6
          target_pct: 97
          method_zh: 必填字段非空率
          sample_n: 26000
          measured_on: 2026-09-25
        - dimension: accuracy
          value_pct: 96.2
          target_pct: 96
          method_zh: 植保专家抽检标注
          sample_n: 600
          measured_on: 2026-09-26
        - dimension: consistency
          value_pct: 98.4
          target_pct: 97
          method_zh: 类别编码与台账比对
          sample_n: 1000
          measured_on: 2026-09-26
        - dimension: timeliness
          value_pct: 95.3
          target_pct: 95
          method_zh: 采集至入库不超过7天的比例
          sample_n: 26000
          measured_on: 2026-09-25
      annotation:
        needed: true
        guideline: EV-06
        annotators: 4
        experts: 1              # 县植保站退休高级农艺师
        person_days: 180
        double_pct: 15
        agreement_metric: iou
        agreement_value: 0.81
        accuracy_pct: 96.2
        sampled_n: 600
      synthetic:
        share_pct: 0
      validation:
        metric: macro-F1
        without: 78.5
        with: 86.9
        test_set_id: D2
        decontaminated: true    # 按拍摄园块划分,感知哈希去重
      pi:
        contains: false
        exclusion_zh: 仅拍摄叶片、果实和诱虫板，入库前检测人脸与车牌并剔除
      level: general
      cross_border:
        planned: false

    # 合作社历年巡园照片:只能用于本项目及后续农业用途
    - id: D2
      name_zh: 2023-2025-洛川黄陵-种植业-病虫害图像-合作社
      tier: industry_specialist
      purpose: [finetune, eval]
      source: agreement
      source_detail_zh: 合作社历年植保巡园照片，按数据合作与收益分配协议提供
      licence_spdx: LicenseRef-contract-EV-07
      licence_evidence: [EV-07]
      rights:
        hold: [P1]
        use: [applicant, P1]
        operate: [P1]
        valid_to: 2029-12-31
        restrictions_zh: 仅限本项目及后续农业用途，不得转售
      records: 8000
      volume_gb: 20
      modalities: [image]
      time_start: 2023-03-01
      time_end: 2025-11-30
      update_freq: yearly
      regions: ["610629", "610632"]
      strata:
        - {dimension: region, name: 洛川, share_pct: 64, target: true}
        - {dimension: region, name: 黄陵, share_pct: 36, target: true}
        - {dimension: season, name: 春夏, share_pct: 70, target: true}
        - {dimension: season, name: 秋季, share_pct: 30, target: true}
      split: {train: 6400, val: 800, test: 800}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-06
        sections: [basic_info, content_features, construction, application]
      quality:
        - dimension: normativity
          value_pct: 98.2
          target_pct: 98
          method_zh: 比对文件名、尺寸与台账编号
          sample_n: 8000
          measured_on: 2026-09-27
        - dimension: completeness
          value_pct: 96.4
          target_pct: 96
          method_zh: 园块、日期、品种三项齐全的照片占比
          sample_n: 8000
          measured_on: 2026-09-27
        - dimension: accuracy
          value_pct: 95.5
          target_pct: 95
          method_zh: 县站农艺师逐框复核抽样照片
          sample_n: 400
          measured_on: 2026-09-28
        - dimension: consistency
          value_pct: 97.1
          target_pct: 97
          method_zh: 与当年纸质巡园记录交叉核对
          sample_n: 500
          measured_on: 2026-09-28
        - dimension: accessibility
          value_pct: 99.5
          target_pct: 99
          method_zh: 授权用户下载成功率
          sample_n: 400
          measured_on: 2026-09-28
      annotation:
        needed: true
        guideline: EV-06
        annotators: 4
        experts: 1
        person_days: 60
        double_pct: 20
        agreement_metric: iou
        agreement_value: 0.79
        accuracy_pct: 95.5
        sampled_n: 400
      synthetic:
        share_pct: 0
      validation:
        metric: macro-F1
        without: 86.9
        with: 88.3
        test_set_id: D1
        decontaminated: true
      pi:
        contains: false
        exclusion_zh: 协议约定交付前剔除含人像的照片，入库时再次检测
      level: general
      cross_border:
        planned: false

    # 运行数据:不进入训练
    - id: D3
      name_zh: 2026-洛川-种植业-果园账户与巡园记录-表格
      tier: industry_general
      purpose: [operation]
      source: collected
      source_detail_zh: 试点60户注册账户的手机号、园块位置与巡园时间
      licence_spdx: LicenseRef-internal
      licence_evidence: [EV-08]
      rights:
        hold: [applicant]
        use: [applicant]
        operate: [applicant]
        valid_to: 2029-04-30
        restrictions_zh: 不对外提供
      records: 5400
      volume_gb: 0.02
      modalities: [tabular]
      time_start: 2026-05-01
      time_end: 2026-09-30
      update_freq: daily
      regions: ["610629"]
      format_standard: other
      annotation:
        needed: false
      synthetic:
        share_pct: 0
      pi:
        contains: true
        sensitive: false
        subjects: 60
        minors: false
        legal_basis: contract
        deidentified: pseudonymised
        retention_days: 730
      level: general
      cross_border:
        planned: false

  governance:
    owner: T2
    lifecycle: [need, plan, collect, preprocess, annotate, validate, operate]
    versioning: true
    lineage: false              # 血缘工具尚未采购,本期只做版本管理
    review_months: 6
  sharing:
    mode: conditional
    platform: 省级数据流通平台
  benefit_sharing:
    method: contribution_share
    parties:
      - party: applicant
        role: 采集标注与运营
        share_pct: 75
        basis_zh: 26000/34000张并承担全部标注投入
      - party: P1
        role: 历史图像与复核
        share_pct: 25
        basis_zh: 8000/34000张并提供植保复核工时
    agreement: EV-07
    settlement_months: 12
    audit_right: true

# ---------------------------------------------------------------- 七、模型

models:
  - id: M1
    generative: false
    recommender: false
    origin: fine_tuned
    base_model:
      name: RT-DETR-R18
      licence: Apache-2.0
      country: CN
    params_b: 0.02
    output_modalities: [score]
    evals:
      - suite: 果园独立测试集D2-test
        baseline: 78.5
        value: 88.3
        target: 90
        date: 2026-10-08
        evaluator: self
        set_public: false
      - suite: 异地黄陵测试集
        baseline: 71.0
        value: 83.6
        target: 87
        date: 2026-10-08
        evaluator: third_party
        set_public: false
    robustness:
      - {threat: ood, n: 400, pass_pct: 93.5, target_pct: 90, date: 2026-10-05}
      - {threat: drift, n: 600, pass_pct: 91.2, target_pct: 90, date: 2026-10-05}
      - {threat: adversarial, n: 300, pass_pct: 84.0, target_pct: 80, date: 2026-10-06}
      - {threat: poisoning, n: 200, pass_pct: 95.5, target_pct: 95, date: 2026-10-06}
    card: EV-09
    efficiency:
      metric: 单张识别延迟ms
      value: 180

# ---------------------------------------------------------------- 八、安全

safety:
  risks:
    - id: R1
      category: model_algorithm
      text_zh: 新病害漏检导致延误防治
      likelihood: 3
      impact: 4
      owner: T3
      control_zh: 低置信度强制植保员复核并回流标注，漏检在三日内补测，不再延误防治窗口
      residual_likelihood: 3
      residual_impact: 2
      monitor_ids: [MT1, MT2]
    - id: R2
      category: data
      text_zh: 错误标注或恶意投毒样本进入训练集
      likelihood: 2
      impact: 4
      owner: T2
      control_zh: 双人标注和入库哈希校验，异常批次隔离
      residual_likelihood: 1
      residual_impact: 4
      monitor_ids: [MT3]
    - id: R3
      category: application
      text_zh: 用药提示不当造成药害或残留超标
      likelihood: 2
      impact: 5
      owner: T3
      control_zh: 提示仅引用登记农药目录并由植保员确认
      residual_likelihood: 1
      residual_impact: 4
      monitor_ids: [MT5]
    - id: R4
      category: labour
      text_zh: 图像初审岗位减少引起人员顾虑
      likelihood: 2
      impact: 2
      owner: T1
      control_zh: 两名初审员转训为人工智能训练师
      residual_likelihood: 1
      residual_impact: 2

  monitoring:
    metrics:
      - id: MT1
        kind: model_quality
        source: 每周植保员复核样本
        comparator: lt
        threshold: 85
        unit: "% 周F1"
        interval_min: 10080
        owner: T3
        channel: 企业微信
      - id: MT2
        kind: model_quality
        source: 识别服务日志
        comparator: gt
        threshold: 12
        unit: "% 低置信度占比"
        interval_min: 1440
        owner: T2
        channel: 企业微信
      - id: MT3
        kind: input_data
        source: 入库质检脚本
        comparator: gt
        threshold: 5
        unit: "% 异常图像"
        interval_min: 1440
        owner: T2
        channel: 企业微信
      - id: MT4
        kind: availability
        source: 云主机探活
        comparator: lt
        threshold: 99
        unit: "% 月可用性"
        interval_min: 60
        owner: T4
        channel: 短信
      - id: MT5
        kind: complaint
        source: 合作社服务电话登记
        comparator: ge
        threshold: 3
        unit: 件/周
        interval_min: 1440
        owner: T1
        channel: 电话
      - id: MT6
        kind: misuse_content
        source: 接口网关日志
        comparator: ge
        threshold: 1
        unit: 次异常批量调用/日
        interval_min: 60
        owner: T4
        channel: 短信
    coverage: 8x5
    log_retention_days: 365
    mttd_target_min: 120
    mttr_target_min: 480

  warning:
    cii: false
    levels:
      - level: I
        criteria_zh: 药害面积≥500亩，或60户账户信息全部泄露
        respond_min: 30
        report_deadline_min: 120
        authority: cac_province
      - level: II
        criteria_zh: 药害面积≥100亩，或账户信息泄露≥30户
        respond_min: 60
        report_deadline_min: 180
        authority: cac_province
      - level: III
        criteria_zh: 药害面积≥20亩，或账户信息泄露≥1户
        respond_min: 120
        report_deadline_min: 240
        authority: sector_regulator
      - level: IV
        criteria_zh: 周F1低于85%，或服务中断≥2小时
        respond_min: 240
        report_deadline_min: 1440
        authority: none

  emergency:
    plan: EV-10
    kill_switch_zh: 后台一键停用自动识别并提示人工确诊
    rollback_zh: 保留前三个模型版本，可在线回滚
    rto_min: 240
    drills_per_year: 1
    last_drill: 2026-09-18
    fallback_manual_zh: 合作社4名植保巡查员按原流程巡园送检

  data_security:
    classification_done: true
    mlps_level: 2
    mlps_status: planned
    encryption: [at_rest, in_transit]
    access_control_zh: 按角色授权并双因素登录
    poisoning_controls_zh: 入库哈希和异常批次隔离
    assessed_on: 2026-09-10
    next_assessment: 2028-09-10

  privacy:
    pipia_done_on: 2026-10-10
    pipia_evidence: EV-11
    pipia_retention_years: 3
    officer: T4
    notice: EV-08
    rights_sla_days: 10
    minimisation_zh: 只收手机号与园块位置，不收身份证号

  investment:
    budget_cny_wan: 5           # 三个任务的安全经费合计:1 + 2 + 2
    fte: 0.3

# ---------------------------------------------------------------- 九、就业

employment:
  assessment:
    done_on: 2026-09-30
    method: ilo_genai_index
    assessor: 申报单位与合作社联合评估小组
    scope_headcount: 6
    horizon_months: 24
    evidence: EV-12

  occupations:
    - id: O1
      title_zh: 植保巡查员
      code_cn: "5-05-02-01"
      code_isco08: "3142"
      headcount: 4
      exposure: minimal
      automated_task_pct: 15
      effect: augment
      redeploy: 0
      retrain: 0
      exit: 0
      hazardous: false
      timing: 2027-06-01
    - id: O2
      title_zh: 病虫图像初审员
      code_cn: "4-04-05-05"
      code_isco08: "4413"
      headcount: 2
      exposure: g3
      automated_task_pct: 55
      effect: transform
      redeploy: 0
      retrain: 2
      exit: 0
      hazardous: false
      timing: 2027-06-01

  # 净影响:新增直接岗位 1 个,离岗 0 人
  jobs_created:
    - title_zh: 人工智能训练师
      code_cn: "4-04-05-05"
      count: 1
      kind: direct
      employer: applicant
      by: 2027-06-30
      basis_zh: 难例回流标注每周约600张

  training:
    - audience: affected
      occupation_ids: [O2]
      trainees: 2
      hours: 40
      provider: 县职教中心
      target_code_cn: "4-04-05-05"
      curriculum: EV-13
      certificate: vocational_level
      completion_pct: 100
      cost_cny_wan: 1
      by: 2027-04-30
    - audience: public
      occupation_ids: []
      trainees: 60
      hours: 8
      provider: 申报单位
      curriculum: EV-13
      certificate: enterprise
      completion_pct: 85
      cost_cny_wan: 3
      by: 2027-05-20

# ---------------------------------------------------------------- 十、开源

opensource:
  strategy: partial
  artifacts:
    - id: A1
      type: dataset
      licence_spdx: CC-BY-4.0
      repo_url: "https://modelscope.cn/datasets/example-orchard/apple-pest-2k"
      platform: modelscope
      status: planned
      release_date: 2027-12-15
  dependencies:
    - {name: RT-DETR, licence_spdx: Apache-2.0, use: weights_base}
    - {name: PyTorch, licence_spdx: BSD-3-Clause, use: linked}
    - {name: ONNX Runtime, licence_spdx: MIT, use: linked}
  community:
    maintainers: 1
    fte: 0.1
    budget_cny_wan: 1.5
    contribution_terms: dco
    security_policy: false      # 人手有限,暂未制定
    support_months: 12

# ---------------------------------------------------------------- 十一、算力

compute:
  sources:
    - {kind: public_cloud, region: "610000", share_pct: 100}

# ---------------------------------------------------------------- 十二、团队

talent:
  team:
    - {id: T1, role: [pi, product], level: senior, fte: 0.5, org: applicant}
    - {id: T2, role: [ai, data], level: engineer, fte: 1.0, org: applicant}
    - {id: T3, role: [domain], level: senior, fte: 0.4, org: P1}
    - {id: T4, role: [security, ops, opensource], level: engineer, fte: 0.3, org: applicant}
    - {id: T5, role: [data], level: technician, fte: 0.5, org: applicant}

# ---------------------------------------------------------------- 十三、资金

finance:
  total_cny_wan: 86
  items:
    # W1 数据集建设 23
    - {category: personnel, amount: 10, wp_id: W1}
    - {category: data, amount: 12, wp_id: W1}
    - {category: safety, amount: 1, wp_id: W1}
    # W2 模型研发与测试 29.5
    - {category: personnel, amount: 14, wp_id: W2}
    - {category: compute, amount: 6, wp_id: W2}
    - {category: software, amount: 3, wp_id: W2}
    - {category: testing, amount: 3, wp_id: W2}
    - {category: opensource, amount: 1.5, wp_id: W2}
    - {category: safety, amount: 2, wp_id: W2}
    # W3 示范应用与培训 33.5
    - {category: personnel, amount: 10, wp_id: W3}
    - {category: equipment, amount: 13, wp_id: W3}     # 测报灯 6 台及防护箱
    - {category: training, amount: 4, wp_id: W3}
    - {category: safety, amount: 2, wp_id: W3}
    - {category: travel, amount: 2.5, wp_id: W3}
    - {category: indirect, amount: 2, wp_id: W3}
  sources:
    - {kind: self, amount: 46, status: secured, evidence: EV-14}
    - {kind: partner_in_kind, amount: 10, status: committed, evidence: EV-15}
    - {kind: local_fiscal, amount: 30, status: planned}
  annual:
    - {year: 2026, amount: 14}
    - {year: 2027, amount: 52}
    - {year: 2028, amount: 20}
  cashflow:
    - {year: 2027, income_cny_wan: 18, opex_cny_wan: 40}
    - {year: 2028, income_cny_wan: 60, opex_cny_wan: 52}
    - {year: 2029, income_cny_wan: 120, opex_cny_wan: 84}
  unit_price_cny: 6000
  unit_cost_cny: 4200
  price_basis_zh: 按200亩/户、30元/亩年计，低于当地人工巡园外包价45元/亩年

# ---------------------------------------------------------------- 十四、实施计划

plan:
  work_packages:
    - id: W1
      name_zh: 数据集建设
      lead: applicant
      start: 2026-11-01
      end: 2027-06-30
      budget_cny_wan: 23
      outputs: [行业专识数据集, 数据集说明文档]
    - id: W2
      name_zh: 模型研发与测试
      lead: applicant
      start: 2026-12-01
      end: 2027-12-31
      budget_cny_wan: 29.5
      outputs: [检测模型, 安全测试报告, 开源样本集]
    - id: W3
      name_zh: 示范应用与培训
      lead: P1
      start: 2027-03-01
      end: 2028-04-30
      budget_cny_wan: 33.5
      outputs: [示范点6个, 可复制操作手册]
  milestones:
    - id: N1
      wp_id: W1
      due: 2027-03-31
      kind: normal
      accept_zh: 入库合格图像≥34000张且抽检准确率≥96%
      kpi_ids: [K1]
    - id: N2
      wp_id: W3
      due: 2027-04-30
      kind: first_training
      accept_zh: 2名初审员结业、首批果农培训≥30人
      kpi_ids: [K3]
    - id: N3
      wp_id: W2
      due: 2027-10-31
      kind: normal
      accept_zh: 第三方测试F1≥90%
      kpi_ids: [K1]
    - id: N4
      wp_id: W3
      due: 2027-05-31
      kind: go_live
      accept_zh: 6个示范点上线且周可用性≥99%
      kpi_ids: [K3]
    - id: N5
      wp_id: W3
      due: 2028-04-20
      kind: acceptance
      accept_zh: 亩均用药量≤1.3kg且对照园差异有统计记录
      kpi_ids: [K2]

# ---------------------------------------------------------------- 十五、治理

governance:
  body:
    name: 项目安全与质量小组
    members: [T1, T3, T4, P1]
    charter: 每季度核对风险清单与用药投诉
    meets_per_year: 4
  review:
    interval_months: 6
    change_triggers_zh: [模型版本更新, 相关法规标准或登记农药目录变更, 发生III级以上事件]
    regulator_contact: 县农业农村局植保站
  stakeholders:
    - group: 合作社社员代表
      how_zh: 申报前座谈，12户提出低置信度须人工复核，已写入风险R1的处置措施
      when: 2026-09-08
    - group: 果农代表
      how_zh: 每季座谈并记录意见
      when: 2026-12-20
  ethics:
    required: false
    reason_zh: 不涉及人体、个人重大权益或动物试验，仅处理60户联系信息

# ---------------------------------------------------------------- 佐证材料

evidence:
  - id: EV-01
    title_zh: 2025年苹果病虫损失与用药调查
    kind: report
    issuer: 县农业农村局植保站
    issued_on: 2026-02-15
    sha256: "2a5a60b3226d41e13a7015a398faaa590f5467d49d7ba56cc3593b8035d17fe9"
  - id: EV-02
    title_zh: 项目合作协议
    kind: contract
    issuer: 双方
    issued_on: 2026-09-12
    sha256: "0f82cb644ce4e40f28e9cc5055524c968b557023c931db144796158dddb520cb"
  - id: EV-03
    title_zh: 基线测试记录
    kind: report
    issuer: 县植保站
    issued_on: 2026-09-05
    sha256: "bbbd675bc1940b660145ab14bcad91edbc559314b282094aac347ac763b65c4e"
  - id: EV-04
    title_zh: 采集记录与设备清单
    kind: report
    issuer: 申报单位
    issued_on: 2026-09-22
    sha256: "e749460fb166e750d27aa814810644ac5ac7f567a610e6bd10f07680f5dbafb5"
  - id: EV-05
    title_zh: 软件著作权登记证书
    kind: ip
    issuer: 中国版权保护中心
    issued_on: 2026-05-20
    number: "2026SR0000001"
    sha256: "b405cf535666a9c3111964d599c553e432fc1d352a5f7de2f45135e7e73a48ba"
  - id: EV-06
    title_zh: 数据集说明文档与标注规范
    kind: dataset_card
    issuer: 申报单位
    issued_on: 2026-09-28
    sha256: "82e1c6d964ad89ca96aedb870dae23fa0cfd7c531770dbd25a95611aad402eaf"
  - id: EV-07
    title_zh: 数据合作与收益分配协议
    kind: contract
    issuer: 双方
    issued_on: 2026-09-12
    sha256: "977d0535aa57288d3d78a7a45b5bb02f233a81eff71234a0375b7c860d31aefd"
  - id: EV-08
    title_zh: 隐私告知与用户协议
    kind: policy
    issuer: 申报单位
    issued_on: 2026-04-20
    number: "LC-PP-2026-01"
    sha256: "83408114d34122090fad6023dca66d8c0e55d9ca298d147cd309a39000a4526c"
  - id: EV-09
    title_zh: 模型卡
    kind: report
    issuer: 申报单位
    issued_on: 2026-10-09
    sha256: "95a4bdff88f1cce91d14c7207656b98d39dd4eb449e504a8bfbbe0e1e3317134"
  - id: EV-10
    title_zh: 应急预案
    kind: policy
    issuer: 申报单位
    issued_on: 2026-09-01
    number: "LC-ER-2026-01"
    sha256: "58a6398931cdeabfe13549e83303279bd31f1dad1befafa556e59809bd01e5dc"
  - id: EV-11
    title_zh: 个人信息保护影响评估报告
    kind: report
    issuer: 申报单位
    issued_on: 2026-10-10
    sha256: "1f41765280a384026c703e8e37f4317fd80f04d55da3f03dbbfba844815498fd"
  - id: EV-12
    title_zh: 岗位影响评估报告
    kind: report
    issuer: 联合评估小组
    issued_on: 2026-09-30
    sha256: "4ff7470ffec6fd79995cb85f9fdaf1d83b8a1fda93954551738c037831b2528c"
  - id: EV-13
    title_zh: 培训大纲
    kind: other
    issuer: 县职教中心
    issued_on: 2026-09-15
    sha256: "3877f4fc76ca6b6655e70eaf1bb12b836a4c8826be775baa86161fb5e16029b6"
  - id: EV-14
    title_zh: 自筹资金银行存款证明
    kind: certificate
    issuer: 县农商银行
    issued_on: 2026-10-12
    number: "LC-2026-1012"
    sha256: "4477ff3b5c89cbf1882ff3b3c22e49fcbcc758ca8c8fbd10db49385d6a758ba6"
  - id: EV-15
    title_zh: 合作社实物投入确认函
    kind: letter
    issuer: 洛川永乡红果业专业合作社
    issued_on: 2026-10-11
    sha256: "0e98044910a9bb717f4faf7721e3b32ee75695fe86118793d6ec7140b93296b2"

declarations:
  truthful: true
  no_duplicate_funding: true
  signed_on: 2026-10-14
`;export{e as default};