var e=`# 淮川县医共体 胸部影像辅助诊断 —— 申报书
# 县级公立医院牵头的常见一类:临床、安全、预算和治理材料齐备,总体可用,仍有几处一周内可以补正的缺项。
# 金额单位为万元,占比单位为百分数。

apiVersion: hegui/v1
kind: Proposal

meta:
  call_id: YN-WJ-AI-2026-04
  submitted_on: 2026-10-15
  language: zh
  confidentiality: internal

# ================================================================ 一、项目概况

project:
  id: f02-typical-county-imaging
  title_zh: 县域医共体胸部影像辅助诊断
  title_en: "Assisted reading of chest images in a county medical alliance"
  summary_zh: "淮川县医共体由县人民医院牵头，含县中医院、县第二人民医院和九家乡镇卫生院。乡镇能拍片、缺诊断医师，胸片要等县里医师集中阅片，\\
    平均26.5小时才能拿到报告。本项目用三家医院脱敏后的6.1万份胸部DR与CT检查，研制病灶提示模型，在医师阅片时标出疑似结节、实变、气胸和积液的位置，\\
    诊断结论仍由执业医师签发。项目分县院试点、三镇首批、全县推广三步，在12个点位接入影像诊断中心，配套放射人员培训和远程带教，\\
    24个月内把乡镇报告时间压到4小时以内，疑似肺结节漏报率由11.2%降到6%以下。总投资680万元，其中县级财政300万元。"
  type: application
  ai_plus_domain: livelihood
  sector_gb4754: Q84
  stage: pilot
  trl:
    current: 6
    target: 8
  region:
    province_gb2260: "410000"
    city_gb2260: "411700"
  start: 2026-11-01
  end: 2028-10-31
  problem:
    statement_zh: "淮川县常住人口41.2万人，2025年全县完成胸部DR与CT检查2.74万人次，其中九家乡镇卫生院占一半以上，而九家卫生院只有2名取得放射诊断资格的医师。\\
      乡镇胸片报告平均等待26.5小时，只有38%能当日取得；县疾控中心抽查2025年1200份胸片，疑似结节漏报11.2%，群众为一张片子往返县城平均花费46元。"
    affected_people: 412000
    evidence: [EV-01, EV-02]
  policy_alignment:
    - clause_id: L6-S3
      contribution_zh: 针对乡镇缺诊断医师、报告慢的问题，把影像提示工具接到九家卫生院，报告时间降至4小时以内
      kpi_ids: [K1, K3]
    - clause_id: L18-S2
      contribution_zh: 用卫生院现有电脑即可使用，检查费不变，断网时可在本地完成提示，降低基层使用门槛
      kpi_ids: [K3]
    - clause_id: L19-S2
      contribution_zh: 建设县域胸部DR与CT两套行业专识数据集和一套独立测试集，由高年资医师标注并双人复核
      kpi_ids: [K2]

# ================================================================ 二、申报单位与联合单位

applicant:
  name: 淮川县人民医院
  uscc: "12411727417258306G"
  org_type: public_institution
  size: na
  employees: 860
  revenue_cny_wan: 38600
  sector_gb4754: Q84
  contact:
    name: 医学影像中心办公室
    role: 项目联络人
    email: imaging-ai@huaichuan-hospital.example.invalid

partners:
  - id: P1
    name: 淮川县中医院
    uscc: "124117274172594122"
    org_type: public_institution
    size: na
    employees: 410
    revenue_cny_wan: 13200
    role_zh: 提供本院胸部影像检查数据，派医师参加标注与复核，承担县院以外的首个试用科室
    budget_cny_wan: 36
    agreement: EV-03
  - id: P2
    name: 淮川县第二人民医院
    uscc: "12411727417260835T"
    org_type: public_institution
    size: na
    employees: 330
    revenue_cny_wan: 9700
    role_zh: 提供本院及南部乡镇托管点的检查数据，负责南片四家卫生院的接入与现场带教
    budget_cny_wan: 30
    agreement: EV-04
  - id: P3
    name: 郑州澄影医学科技有限公司
    uscc: "91410100MA9K4P7X2L"
    org_type: private
    size: small
    employees: 62
    revenue_cny_wan: 2900
    role_zh: 牵头任务二，开发病灶提示模型与阅片插件，组织注册检验和临床评价；只在院内受控环境处理数据
    budget_cny_wan: 186
    agreement: EV-05

# ================================================================ 三、应用场景

scenarios:
  - id: S1
    name_zh: 乡镇卫生院胸部DR远程阅片提示
    description_zh: "九家乡镇卫生院拍摄胸部DR后上传县影像诊断中心，现由值班医师按到达顺序逐份阅片，午后积压最多时达140份。\\
      项目后模型在图像到达一分钟内标出疑似病灶并调整阅片顺序，气胸等急症排前，医师查看原图和标注后书写并签发报告。"
    sites: 9
    regions: ["411700"]
    users_annual: 8200
    cases_annual: 14600
    public_facing: false            # 只供医务人员在院内系统中使用
    subject: natural_person
    decision_impact: significant
    autonomy_level: 1
    human_role: in_loop
    target_groups: [patients]
    value_chain: [service]
  - id: S2
    name_zh: 县级医院胸部CT结节提示与随访比对
    description_zh: "三家县级医院的胸部CT目前由住院医师初写、主治医师审核，薄层图像平均300余层，旧片比对靠人工翻找。\\
      项目后由模型标出4毫米以上疑似结节并与历次检查配准，列出体积变化供医师参考，是否随访、穿刺由医师与患者商定。"
    sites: 3
    regions: ["411700"]
    users_annual: 7900
    cases_annual: 12800
    public_facing: false
    subject: natural_person
    decision_impact: significant
    autonomy_level: 1
    human_role: in_loop
    target_groups: [patients]
    value_chain: [service]

# ================================================================ 四、绩效指标

kpis:
  - id: K1
    name_zh: 乡镇胸片报告平均出具时间
    category: service
    unit: 小时
    direction: down
    baseline: 26.5
    baseline_date: 2026-06-30
    baseline_source: EV-01
    target: 4
    target_date: 2028-06-30
    method_zh: 影像系统中检查完成至报告签发的时间差，按月取平均，急诊与夜间检查一并计入
    verifier: regulator
  - id: K2
    name_zh: 疑似肺结节漏报率
    category: quality
    unit: "%"
    direction: down
    baseline: 11.2
    baseline_date: 2025-12-31
    baseline_source: EV-02
    target: 6
    target_date: 2028-08-31
    method_zh: 县疾控中心每年抽取1200份已签发胸片，由两名外院副主任医师独立复阅
    verifier: third_party
  - id: K3
    name_zh: 乡镇患者当日取得胸片报告的占比
    category: inclusion
    unit: "%"
    direction: up
    baseline: 38
    baseline_date: 2026-06-30
    baseline_source: EV-01
    target: 90
    target_date: 2028-08-31
    method_zh: 九家卫生院门诊检查中，当日24时前签发报告的份数除以检查份数
    verifier: regulator
  - id: K4
    name_zh: 单份胸部CT阅片用时
    category: productivity
    unit: 分钟
    direction: down
    baseline: 9.4
    baseline_date: 2026-05-31
    baseline_source: EV-26
    target: 6.5
    target_date: 2028-06-30
    method_zh: 阅片插件记录首次打开到报告提交的有效时长，剔除中途离席
    verifier: self
  - id: K5
    name_zh: 基层放射人员考核合格率
    category: employment
    unit: "%"
    direction: up
    baseline: 61
    baseline_date: 2026-04-30
    baseline_source: EV-26
    target: 92
    target_date: 2028-04-30
    method_zh: 县医学会统一命题，含读片、质控和对模型提示的取舍三部分
    verifier: third_party

# ================================================================ 五、创新与转化

innovation:
  core_components:
    - name_zh: 低剂量与旧式平板DR图像的自适应归一化组件
      origin: self_developed
      evidence: [EV-08]
    - name_zh: 多期胸部CT结节配准与体积变化计算组件
      origin: co_developed
      evidence: [EV-09]
  translation:
    stages:
      - name: pilot
        site: 县人民医院影像中心
        due: 2027-03-31
        trl: 7
        exit_zh: 连续30天接入率≥98%，医师采纳或明确否定提示的记录率≥95%，严重差错0起
      - name: first_site
        site: 三家乡镇卫生院(北关、柳桥、河湾)
        due: 2027-08-31
        trl: 7
        exit_zh: 报告时间中位数≤8小时，弱网条件下提示成功率≥97%
      - name: replication
        site: 县中医院、第二人民医院及其余六家卫生院
        due: 2028-03-31
        trl: 8
        exit_zh: 12个点位全部接入，两家县级医院CT提示灵敏度与县医院相差≤3个百分点
      - name: scale
        site: 相邻两县医共体
        due: 2028-09-15
        trl: 8
        exit_zh: 两县各有1家医院按材料包完成部署并连续运行30天
    replication_sites: 8
    adopters:
      - name: 淮川县柳桥镇卫生院
        agreement: EV-10
      - name: 淮川县河湾镇卫生院
        agreement: EV-11

# ================================================================ 六、数据

data:
  need:
    task_zh: 胸部DR与CT疑似病灶的检测、定位和随访比对
    required_records: 54000
    derivation_zh: "按两类模型的学习曲线推算：DR样本由2.4万份增至3.2万份时检出曲线下面积只再升0.006，取3.2万份；\\
      CT以每类病灶不少于2500个实例、单份检出率约14%反推需2.2万份；两项合计5.4万份，现有训练数据5.9万份，测试另备2000份。"

  datasets:
    - id: D1
      name_zh: 2021-2026-豫南县域-医疗-胸部DR检查-影像
      tier: industry_specialist
      purpose: [finetune, eval]
      source: agreement
      source_detail_zh: 三家县级医院及托管卫生院2021年1月至2026年5月的胸部DR检查，按院际数据使用协议汇入院内受控环境
      licence_spdx: LicenseRef-contract-EV-06
      licence_evidence: [EV-06]
      rights:
        hold: [applicant, P1, P2]
        use: [applicant, P1, P2]
        operate: [applicant]
        valid_to: 2031-05-31
        restrictions_zh: 只用于本项目的模型研制与评测，不出县域影像专网；联合企业受托处理，不取得权利
      records: 34000
      volume_gb: 680
      modalities: [image]
      time_start: 2021-01-04
      time_end: 2026-05-31
      update_freq: monthly
      regions: ["411700"]
      strata:
        - {dimension: region, name: 县城及近郊, share_pct: 46, target: true}
        - {dimension: region, name: 北部乡镇, share_pct: 29, target: true}
        - {dimension: region, name: 南部乡镇, share_pct: 25, target: true}
        - {dimension: device, name: 动态平板, share_pct: 58, target: true}
        - {dimension: device, name: 旧式静态平板, share_pct: 42, target: true}
        - {dimension: site_level, name: 县级医院, share_pct: 61, target: true}
        - {dimension: site_level, name: 乡镇卫生院, share_pct: 39, target: true}
      split: {train: 27200, val: 3400, test: 3400}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-12
        sections: [basic_info, content_features, construction, application, limitations]
      quality:
        - dimension: normativity
          value_pct: 99.1
          target_pct: 98
          method_zh: 逐份核对DICOM必填标签与编码
          sample_n: 34000
          measured_on: 2026-07-14
        - dimension: completeness
          value_pct: 97.6
          target_pct: 97
          method_zh: 图像、报告、检查部位三者齐全的比例
          sample_n: 34000
          measured_on: 2026-07-14
        - dimension: accuracy
          value_pct: 96.4
          target_pct: 96
          method_zh: 副主任医师抽片复核病灶框与类别
          sample_n: 700
          measured_on: 2026-08-06
        - dimension: consistency
          value_pct: 97.9
          target_pct: 97
          method_zh: 报告文字与标注类别机器比对后人工裁定
          sample_n: 1500
          measured_on: 2026-08-03
        - dimension: timeliness
          value_pct: 95.8
          target_pct: 95
          method_zh: 检查次月末前完成脱敏入库的比例
          sample_n: 34000
          measured_on: 2026-07-15
      annotation:
        needed: true
        guideline: EV-13
        annotators: 9
        experts: 3                  # 放射诊断副主任医师,负责仲裁
        person_days: 460
        double_pct: 20
        agreement_metric: kappa
        agreement_value: 0.81
        accuracy_pct: 96.4
        sampled_n: 700
      synthetic:
        share_pct: 0
      validation:
        metric: 病灶检出AUC
        without: 0.842
        with: 0.931
        test_set_id: D3
        decontaminated: true        # 按患者主索引剔除,同一人不跨训练与测试
      pi:
        contains: true
        sensitive: true
        subjects: 24700
        minors: false               # 未满14周岁者不入组
        legal_basis: separate_consent
        deidentified: pseudonymised
        retention_days: 1825
      level: general
      cross_border:
        planned: false

    - id: D2
      name_zh: 2022-2026-豫南县域-医疗-胸部CT检查-影像
      tier: industry_specialist
      purpose: [finetune, eval]
      source: agreement
      source_detail_zh: 三家县级医院2022年3月以来的胸部CT薄层重建序列，含两次以上检查的患者5300人
      licence_spdx: LicenseRef-contract-EV-07
      licence_evidence: [EV-07]
      rights:
        hold: [applicant, P1, P2]
        use: [applicant, P1, P2]
        operate: [applicant]
        valid_to: 2031-12-31
        restrictions_zh: 限结节提示与随访比对用途，任何一方不得单独向第三方提供原始序列
      records: 25000
      volume_gb: 1160
      modalities: [image]
      time_start: 2022-03-01
      time_end: 2026-06-30
      update_freq: monthly
      regions: ["411700"]
      strata:
        - {dimension: region, name: 县城与近郊住址, share_pct: 54, target: true}
        - {dimension: region, name: 外围乡镇住址, share_pct: 46, target: true}
        - {dimension: device, name: 16排及以下, share_pct: 33, target: true}
        - {dimension: device, name: 64排及以上, share_pct: 67, target: true}
        - {dimension: site_level, name: 县级牵头医院, share_pct: 64, target: true}
        - {dimension: site_level, name: 县级其他医院, share_pct: 36, target: true}
      split: {train: 20000, val: 2500, test: 2500}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-12
        sections: [basic_info, content_features, construction, application]
      quality:
        - dimension: normativity
          value_pct: 98.8
          target_pct: 98
          method_zh: 层厚、重建核、窗宽窗位字段规则校验
          sample_n: 25000
          measured_on: 2026-07-22
        - dimension: completeness
          value_pct: 96.9
          target_pct: 96
          method_zh: 序列无缺层且附诊断报告的比例
          sample_n: 25000
          measured_on: 2026-07-22
        - dimension: accuracy
          value_pct: 95.9
          target_pct: 95
          method_zh: 结节位置与长径由仲裁医师重测
          sample_n: 520
          measured_on: 2026-08-19
        - dimension: consistency
          value_pct: 97.2
          target_pct: 96
          method_zh: 前后两次检查同一结节编号核对
          sample_n: 900
          measured_on: 2026-08-17
        - dimension: accessibility
          value_pct: 99.3
          target_pct: 99
          method_zh: 受控环境内按授权读取一次成功率
          sample_n: 2000
          measured_on: 2026-07-24
      annotation:
        needed: true
        guideline: EV-13
        annotators: 7
        experts: 3
        person_days: 640
        double_pct: 25
        agreement_metric: iou
        agreement_value: 0.79
        accuracy_pct: 95.9
        sampled_n: 520
      synthetic:
        share_pct: 0
      validation:
        metric: 结节检出灵敏度(%，每例1个假阳性)
        without: 79.4
        with: 90.6
        test_set_id: D3
        decontaminated: true
      pi:
        contains: true
        sensitive: true
        subjects: 17900
        minors: false
        legal_basis: separate_consent
        deidentified: pseudonymised
        retention_days: 2190
      level: general
      cross_border:
        planned: false

    - id: D3
      name_zh: 2026-豫南县域-医疗-胸部影像独立测试-影像
      tier: industry_specialist
      purpose: [eval]
      source: agreement
      source_detail_zh: 2026年6月至8月新到检查中连续入组，金标准由三名外院副主任医师独立阅片后多数决定，部分病例有病理结果
      licence_spdx: LicenseRef-contract-EV-14
      licence_evidence: [EV-14]
      rights:
        hold: [applicant, P1, P2]
        use: [applicant, P1, P2]
        operate: [applicant]
        valid_to: 2030-06-30
        restrictions_zh: 由医务科封存，开发人员不可见，仅返回汇总结果
      records: 2000
      volume_gb: 60
      modalities: [image]
      time_start: 2026-06-01
      time_end: 2026-08-31
      update_freq: yearly
      regions: ["411700"]
      strata:
        - {dimension: region, name: 城关一带, share_pct: 50, target: true}
        - {dimension: region, name: 其余乡镇, share_pct: 50, target: true}
        - {dimension: device, name: DR, share_pct: 62, target: true}
        - {dimension: device, name: CT, share_pct: 38, target: true}
        - {dimension: site_level, name: 县级, share_pct: 57, target: true}
        - {dimension: site_level, name: 乡镇级, share_pct: 43, target: true}
      split: {train: 0, val: 0, test: 2000}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-12
        sections: [basic_info, content_features, construction, application, limitations]
      quality:
        - dimension: normativity
          value_pct: 99.4
          target_pct: 99
          method_zh: 测试包格式自动检查
          sample_n: 2000
          measured_on: 2026-09-07
        - dimension: completeness
          value_pct: 98.7
          target_pct: 98
          method_zh: 三份独立阅片意见齐备的病例比例
          sample_n: 2000
          measured_on: 2026-09-07
        - dimension: accuracy
          value_pct: 97.5
          target_pct: 97
          method_zh: 与病理或三个月随访结果对照
          sample_n: 240
          measured_on: 2026-09-18
        - dimension: consistency
          value_pct: 96.6
          target_pct: 96
          method_zh: 多数意见与初始报告的差异全部复核留痕
          sample_n: 400
          measured_on: 2026-09-16
        - dimension: timeliness
          value_pct: 98.2
          target_pct: 98
          method_zh: 入组后十个工作日内完成阅片的比例
          sample_n: 2000
          measured_on: 2026-09-08
      annotation:
        needed: true
        guideline: EV-13
        annotators: 3
        experts: 3
        person_days: 75
        double_pct: 100
        agreement_metric: kappa
        agreement_value: 0.84
        accuracy_pct: 97.5
        sampled_n: 240
      synthetic:
        share_pct: 0
      pi:
        contains: true
        sensitive: true
        subjects: 1930
        minors: false
        legal_basis: separate_consent
        deidentified: pseudonymised
        retention_days: 1460
      level: general
      cross_border:
        planned: false

  governance:
    owner: T5
    lifecycle: [need, plan, collect, preprocess, annotate, validate, operate, retire]
    versioning: true
    lineage: true
    review_months: 6
  sharing:
    mode: restricted
    platform: 县医共体影像专网数据目录，成员单位凭伦理批件申请，在院内环境使用
  benefit_sharing:
    method: none

# ================================================================ 七、模型

models:
  - id: M1
    generative: false
    recommender: false
    origin: self_trained
    params_b: 0.06
    output_modalities: [score]
    evals:
      - suite: 县域胸部DR独立测试(D3)病灶检出AUC
        baseline: 0.842
        value: 0.931
        target: 0.94
        date: 2026-09-22
        evaluator: third_party
        set_public: false
      - suite: 旧式平板图像子集检出AUC
        baseline: 0.801
        value: 0.904
        target: 0.92
        date: 2026-09-23
        evaluator: self
        set_public: false
    robustness:
      - {threat: adversarial, n: 300, pass_pct: 92.3, target_pct: 90, date: 2026-09-11}
      - {threat: ood, n: 420, pass_pct: 94.8, target_pct: 92, date: 2026-09-11}
      - {threat: drift, n: 600, pass_pct: 93.5, target_pct: 91, date: 2026-09-12}
      - {threat: poisoning, n: 240, pass_pct: 96.7, target_pct: 95, date: 2026-09-14}
    fairness:
      - {attribute: site_level, gap: 2.4, limit: 4, n: 260}     # 县乡两级检出灵敏度差,百分点
    card: EV-15
    efficiency:
      metric: 单张DR提示耗时ms
      value: 850
  - id: M2
    generative: false
    recommender: false
    origin: fine_tuned
    base_model:
      name: 青衿-MedSeg-B
      licence: Apache-2.0
      country: CN
    params_b: 0.18
    output_modalities: [score]
    evals:
      - suite: 县域胸部CT独立测试(D3)结节灵敏度(%)
        baseline: 79.4
        value: 90.6
        target: 92
        date: 2026-09-24
        evaluator: third_party
        set_public: false
      - suite: 随访配准成功率(%，5300名多期患者抽样)
        baseline: 82.0
        value: 93.7
        target: 95
        date: 2026-09-25
        evaluator: self
        set_public: false
    robustness:
      - {threat: adversarial, n: 260, pass_pct: 91.5, target_pct: 90, date: 2026-09-15}
      - {threat: ood, n: 350, pass_pct: 93.1, target_pct: 92, date: 2026-09-15}
      - {threat: drift, n: 500, pass_pct: 92.2, target_pct: 90, date: 2026-09-16}
      - {threat: poisoning, n: 220, pass_pct: 95.9, target_pct: 95, date: 2026-09-17}
    fairness:
      - {attribute: site_level, gap: 1.9, limit: 4, n: 210}
    card: EV-16
    efficiency:
      metric: 单份CT推理延迟(秒)
      value: 19

# ================================================================ 八、安全

safety:
  risks:
    - id: R1
      category: model_algorithm
      text_zh: 模型漏标小结节或早期气胸，医师过度依赖提示而漏诊
      likelihood: 3
      impact: 5
      owner: T3
      control_zh: 插件要求先看原图后显示标注；阴性提示病例每月抽5%由副主任医师复阅
      residual_likelihood: 2
      residual_impact: 4
      monitor_ids: [MT1, MT2]
    - id: R2
      category: data
      text_zh: 检查数据汇集或调阅时泄露患者身份和病情
      likelihood: 2
      impact: 5
      owner: T8
      control_zh: 出院前假名化，密钥由医务科保管；专网传输，导出须双人审批
      residual_likelihood: 1
      residual_impact: 4
      monitor_ids: [MT5]
    - id: R3
      category: infrastructure
      text_zh: 乡镇专线中断或县中心服务器故障，图像无法上传
      likelihood: 4
      impact: 3
      owner: T9
      control_zh: 卫生院本地前置机可离线提示，4G备用链路自动切换，县中心双机热备
      residual_likelihood: 2
      residual_impact: 2
      monitor_ids: [MT4]
    - id: R4
      category: application
      text_zh: 排序规则把急症病例误排在后，耽误气胸等处置
      likelihood: 2
      impact: 5
      owner: T4
      control_zh: 急诊与临床备注优先于模型排序，任何病例等待超过60分钟强制置顶
      residual_likelihood: 1
      residual_impact: 3
      monitor_ids: [MT3]
    - id: R5
      category: labour
      text_zh: 影像医师担心被考核系统替代，对提示抵触或敷衍复核
      likelihood: 2
      impact: 3
      owner: T11
      control_zh: 采纳率不与绩效挂钩，先培训再上线，设质控岗位并计入工作量
      residual_likelihood: 1
      residual_impact: 2
    - id: R6
      category: ethics
      text_zh: 旧设备和高龄、体位不佳的患者图像质量差，提示效果低于平均
      likelihood: 3
      impact: 3
      owner: T10
      control_zh: 图像质量评分低于阈值时不给提示并注明原因，按设备类型逐月复盘
      residual_likelihood: 2
      residual_impact: 2
      monitor_ids: [MT2]

  monitoring:
    metrics:
      - id: MT1
        kind: model_quality
        source: 医师否定提示与补标记录
        comparator: gt
        threshold: 12
        unit: "% 周否定率"
        interval_min: 1440
        owner: T3
        channel: 影像中心工作群
      - id: MT2
        kind: input_data
        source: 图像质量评分服务
        comparator: gt
        threshold: 8
        unit: "% 低质量图像(日)"
        interval_min: 120
        owner: T5
        channel: 质控看板
      - id: MT3
        kind: other
        source: 影像系统队列
        comparator: gt
        threshold: 60
        unit: 分钟(急症等待)
        interval_min: 10
        owner: T4
        channel: 值班电话
      - id: MT4
        kind: availability
        source: 前置机与中心心跳
        comparator: lt
        threshold: 99.2
        unit: "% 日可用性"
        interval_min: 5
        owner: T9
        channel: 短信
      - id: MT5
        kind: misuse_content
        source: 数据库审计与堡垒机日志
        comparator: ge
        threshold: 3
        unit: 次异常调阅/日
        interval_min: 30
        owner: T8
        channel: 安全管理平台
      - id: MT6
        kind: complaint
        source: 医患办登记
        comparator: ge
        threshold: 2
        unit: 件涉影像报告投诉/周
        interval_min: 1440
        owner: T10
        channel: 院内公文
    coverage: 8x5
    log_retention_days: 1095
    mttd_target_min: 30
    mttr_target_min: 180

  warning:
    cii: false
    levels:
      - level: I
        criteria_zh: 患者敏感信息泄露≥1万人，或因系统原因造成死亡事件≥1起
        respond_min: 15
        report_deadline_min: 60
        authority: cac_province
      - level: II
        criteria_zh: 信息泄露≥500人，或全县影像服务中断≥8小时
        respond_min: 30
        report_deadline_min: 120
        authority: public_security
      - level: III
        criteria_zh: 信息泄露≥1人，或证实漏诊造成严重后果≥1例，或单院中断≥2小时
        respond_min: 60
        report_deadline_min: 240
        authority: sector_regulator
      - level: IV
        criteria_zh: 周否定率超过12%，或日可用性低于99.2%
        respond_min: 120
        report_deadline_min: 1440
        authority: none

  emergency:
    plan: EV-17
    kill_switch_zh: 影像中心主任或值班组长可在管理端一键关闭提示，五分钟内各点位恢复为普通阅片界面
    rollback_zh: 保留最近四个模型版本及对应参数，回退命令在二十分钟内下发至所有前置机
    rto_min: 90
    drills_per_year: 2
    last_drill: 2026-09-03
    fallback_manual_zh: 提示关闭后由县中心12名诊断医师按原流程阅片，急诊片电话通知，人员编制不因项目减少

  data_security:
    classification_done: true
    responsible: T8
    mlps_level: 3
    mlps_status: filed
    encryption: [at_rest, in_transit]
    access_control_zh: 按岗位授权，医师用数字证书登录，开发人员只进入隔离训练区，每季度清理账号
    poisoning_controls_zh: 入库图像与报告做散列登记，标注改动双签，训练前用300例金标片检出异常标签
    assessed_on: 2026-07-30
    next_assessment: 2027-07-30

  privacy:
    pipia_done_on: 2026-09-10
    pipia_evidence: EV-18
    pipia_retention_years: 5
    officer: T10
    notice: EV-19
    rights_sla_days: 10
    minimisation_zh: 训练数据只留图像、检查部位、设备型号和标注，去除姓名、住院号、面部可识别层面

  filings:
    - kind: medical_device
      required: true
      reason_zh: 胸部影像病灶检测提示软件，按第二类医疗器械申请注册，注册前只作院内研究性使用并由医师独立阅片
      status: planned
      due: 2028-05-31
    - kind: ethics
      required: true
      reason_zh: 涉及人的临床研究，已取得本院伦理委员会批件
      status: obtained
      number: HCRY-LL-2026-037

  transparency:
    ai_notice_zh: 检查登记单和报告底部注明“本次阅片使用人工智能提示，结论由医师作出；如不同意使用请告知登记处”
    user_doc: EV-20
    model_card: EV-15
    explanation: case
    appeal_channel_zh: 各点位登记窗口和县医院医患办电话受理复阅申请，由未参与首次阅片的医师重看
    appeal_sla_days: 5

  oversight:
    tiers:
      - {action_zh: 标出疑似病灶并给出把握度, tier: autonomous, irreversible: false}
      - {action_zh: 调整阅片队列顺序, tier: user_authorised, irreversible: false}
      - {action_zh: 签发诊断报告, tier: user_only, irreversible: true}
    override: true
    reviewer_role: domain
    reviewers: 12
    sample_review_pct: 100
    stop_min: 5

  supply_chain:
    sbom: EV-21
    vuln_sla_days: 21

  investment:
    budget_cny_wan: 40          # 12 + 14 + 14
    fte: 1.2

# ================================================================ 九、就业

employment:
  assessment:
    done_on: 2026-08-12
    method: task_exposure
    assessor: 县医学会放射学分会、医院人事科与工会联合评估组
    scope_headcount: 29
    horizon_months: 36
    evidence: EV-22
  occupations:
    - id: O1
      title_zh: 放射诊断医师(县影像诊断中心)
      code_cn: "2-05-01-15"
      code_isco08: "2212"
      headcount: 12
      exposure: g2
      automated_task_pct: 24
      effect: transform
      redeploy: 0
      retrain: 12
      exit: 0
      hazardous: false
      timing: 2027-06-30
    - id: O2
      title_zh: 影像技师
      code_cn: "2-05-07-01"
      code_isco08: "3211"
      headcount: 17
      exposure: minimal
      automated_task_pct: 8
      effect: augment
      redeploy: 0
      retrain: 0
      exit: 0
      hazardous: true             # 放射工作人员,执行个人剂量监测
      timing: 2027-06-30
  jobs_created:
    - title_zh: 影像数据质控员
      code_cn: "4-04-05-05"
      count: 2
      kind: direct
      employer: applicant
      by: 2027-05-31
      basis_zh: 每月新到约2300份检查，抽检一成并回写标签，需两人轮岗
    - title_zh: 乡镇放射技师
      code_cn: "2-05-07-01"
      count: 3
      kind: direct
      employer: applicant
      by: 2028-02-29
      basis_zh: 县招乡用编制三名，补北部无技师的卫生院
    - title_zh: 驻县运维工程师
      code_cn: "2-02-10-05"
      count: 1
      kind: contract
      employer: P3
      by: 2027-04-30
      basis_zh: 任务二合同约定常驻一人，负责九台前置机
  training:
    # 乡镇卫生院与两家联合医院的放射、全科人员
    - audience: partner_staff
      occupation_ids: [O2]
      trainees: 96
      hours: 16
      provider: 淮川县医学会
      target_code_cn: "2-05-07-01"
      curriculum: EV-23
      certificate: micro
      completion_pct: 93
      cost_cny_wan: 9.2
      by: 2027-03-10
    - audience: affected
      occupation_ids: [O1]
      trainees: 12
      hours: 40
      provider: 豫中医科大学第二附属医院
      target_code_cn: "2-05-01-15"
      curriculum: 模型性能读数、假阳性识别、随访配准判读与不良事件上报，含80例实操读片
      certificate: enterprise
      completion_pct: 100
      cost_cny_wan: 4.8
      by: 2027-03-20

# ================================================================ 十、开源

opensource:
  strategy: closed
  reason_zh: 涉及患者隐私暂不对外公开
  dependencies:
    - {name: 青衿-MedSeg-B, licence_spdx: Apache-2.0, use: weights_base}
    - {name: PyTorch, licence_spdx: BSD-3-Clause, use: linked}
    - {name: MONAI, licence_spdx: Apache-2.0, use: linked}
    - {name: SimpleITK, licence_spdx: Apache-2.0, use: linked}
    - {name: pydicom, licence_spdx: MIT, use: linked}

# ================================================================ 十一、算力

compute:
  need:
    train_gpu_hours: 3600
    derivation_zh: DR模型四轮训练约900卡时，CT模型微调与超参搜索约2700卡时
    infer_qps_peak: 6
    storage_tb: 12
    growth_zh: 检查量按每年9%增长，预留三年
  sources:
    - {kind: own, region: "410000", share_pct: 70}
    - {kind: edge, region: "410000", share_pct: 30}        # 九家卫生院前置机

# ================================================================ 十二、普惠与民生

inclusion:
  threshold:
    price_model: public_budget
    unit_price_cny: 0                # 提示不另收费,检查费按现行目录
    benchmark_price_cny: 25          # 周边地市远程阅片每份收费
    onboarding_hours: 6
    device_min_zh: 卫生院现有办公电脑即可，内存8GB的普通机型；前置机由项目统一配置
    offline: true
    languages: [普通话]
  coverage:
    sites_total: 12
    sites_primary: 9
    beneficiaries: 30000
    disadvantaged_pct: 51            # 乡镇卫生院就诊患者
  health:
    intended_use_zh: "供执业医师在胸部DR、CT阅片时参考，标出疑似结节、实变、气胸和积液的位置与把握度，用于辅助阅片；\\
      不给出疾病诊断结论，不用于14周岁以下人群，不替代医师签发报告"
    physician_confirm: true
    eval_n: 620
    sensitivity_pct: 91.2
    specificity_pct: 88.5
    eval_evidence: EV-24
    device_class: II
  sharing:
    kit: 县域影像提示部署与质控材料包
    free_sites: 9

# ================================================================ 十三、团队

talent:
  team:
    - {id: T1, role: [pi, domain], level: leading, fte: 0.4, org: applicant}         # 影像中心主任
    - {id: T2, role: [ai], level: senior, fte: 1.0, org: P3}
    - {id: T3, role: [domain], level: senior, fte: 0.8, org: applicant}
    - {id: T4, role: [domain], level: senior, fte: 0.6, org: P1}
    - {id: T5, role: [data], level: engineer, fte: 1.0, org: applicant}
    - {id: T6, role: [ai], level: engineer, fte: 1.0, org: P3}
    - {id: T7, role: [data, domain], level: technician, fte: 0.8, org: P2}
    - {id: T8, role: [security], level: senior, fte: 0.8, org: applicant}
    - {id: T9, role: [ops, security], level: engineer, fte: 0.8, org: applicant}
    - {id: T10, role: [ethics, legal], level: senior, fte: 0.4, org: applicant}
    - {id: T11, role: [hr], level: engineer, fte: 0.4, org: applicant}
    - {id: T12, role: [product], level: engineer, fte: 0.8, org: P3}
  programmes:
    - kind: internship
      partner: 豫中医科大学
      people: 18
      hours: 240
      by: 2028-06-30
      agreement: EV-25

# ================================================================ 十四、应用生态

ecosystem:
  demonstration:
    owner: applicant
    sites: 12
    replication_target: 2
    kit: 县域影像提示部署与质控材料包
  tolerance:
    policy: EV-27
    issuer: 淮川县卫生健康委员会
    covered_zh:
      - 技术路线经专家论证后仍未达到可用程度，过程记录完整
      - 指标低于目标，但已尽职开展培训、复核和整改
      - 因上级收费或注册政策调整造成进度延后
    excluded_zh:
      - 医疗安全事故和造成患者人身伤害的
      - 泄露或违规使用个人信息
      - 弄虚作假、套取财政资金
    decision_body: 县卫生健康委员会会同县财政局组成的评议组，申报单位人员回避
    stop_loss_cny_wan: 200

# ================================================================ 十五、资金

finance:
  total_cny_wan: 680
  items:
    # W1 数据治理与标注 150
    - {category: personnel, amount: 62, wp_id: W1}
    - {category: data, amount: 58, wp_id: W1}
    - {category: software, amount: 8, wp_id: W1}          # 数据版本与血缘工具
    - {category: safety, amount: 12, wp_id: W1}
    - {category: compute, amount: 4, wp_id: W1}
    - {category: travel, amount: 3, wp_id: W1}
    - {category: indirect, amount: 3, wp_id: W1}
    # W2 模型研制与临床评价 210
    - {category: personnel, amount: 90, wp_id: W2}
    - {category: compute, amount: 36, wp_id: W2}
    - {category: testing, amount: 38, wp_id: W2}          # 注册检验、临床评价、安全测试
    - {category: software, amount: 18, wp_id: W2}
    - {category: safety, amount: 14, wp_id: W2}
    - {category: travel, amount: 4, wp_id: W2}
    - {category: indirect, amount: 6, wp_id: W2}
    - {category: contingency, amount: 4, wp_id: W2}
    # W3 点位接入与推广 250
    - {category: personnel, amount: 70, wp_id: W3}
    - {category: equipment, amount: 104, wp_id: W3}       # 双机与九台前置机
    - {category: software, amount: 22, wp_id: W3}
    - {category: safety, amount: 14, wp_id: W3}
    - {category: compute, amount: 10, wp_id: W3}
    - {category: travel, amount: 6, wp_id: W3}
    - {category: indirect, amount: 8, wp_id: W3}
    - {category: contingency, amount: 16, wp_id: W3}
    # W4 培训带教与成果共享 70
    - {category: personnel, amount: 38, wp_id: W4}
    - {category: training, amount: 14, wp_id: W4}         # 9.2 + 4.8
    - {category: other, amount: 8, wp_id: W4}             # 材料包编印与开放日
    - {category: travel, amount: 4, wp_id: W4}
    - {category: indirect, amount: 3, wp_id: W4}
    - {category: contingency, amount: 3, wp_id: W4}
  sources:
    - {kind: local_fiscal, amount: 300, status: secured, evidence: EV-28}
    - {kind: self, amount: 340, status: secured, evidence: EV-29}
    - {kind: partner_in_kind, amount: 40, status: committed, evidence: EV-30}
  annual:
    - {year: 2026, amount: 60}
    - {year: 2027, amount: 390}
    - {year: 2028, amount: 230}

# ================================================================ 十六、实施计划

plan:
  work_packages:
    - id: W1
      name_zh: 数据治理与医师标注
      lead: applicant
      start: 2026-11-01
      end: 2027-06-30
      budget_cny_wan: 150
      outputs: [胸部DR与CT专识数据集, 独立测试集, 数据版本台账]
    - id: W2
      name_zh: 提示模型研制与临床评价
      lead: P3
      start: 2026-11-15
      end: 2028-05-31
      budget_cny_wan: 210
      outputs: [两套病灶提示模型, 阅片插件, 注册检验与临床评价报告]
    - id: W3
      name_zh: 点位接入与全县推广
      lead: applicant
      start: 2027-01-10
      end: 2028-10-31
      budget_cny_wan: 250
      outputs: [12个接入点位, 急症优先队列, 运行质控月报]
    - id: W4
      name_zh: 培训带教与成果共享
      lead: P2
      start: 2026-12-01
      end: 2028-09-30
      budget_cny_wan: 70
      outputs: [县域影像提示部署与质控材料包, 基层读片课程]
  milestones:
    - id: N1
      wp_id: W1
      due: 2027-02-28
      kind: normal
      accept_zh: 数据集补充入库≥1800份并完成版本登记，抽检准确率≥96%，伦理批件的2项跟踪条件关闭
      kpi_ids: [K2]
    - id: N2
      wp_id: W4
      due: 2027-03-20
      kind: first_training
      accept_zh: 96名基层人员和12名诊断医师结业率≥93%
      kpi_ids: [K5]
    - id: N3
      wp_id: W3
      due: 2027-03-31
      kind: go_live
      accept_zh: 县医院试点上线，接入率≥98%，R1复阅与R3离线切换演练各1次通过
      kpi_ids: [K4]
    - id: N4
      wp_id: W3
      due: 2027-08-31
      kind: normal
      accept_zh: 三镇卫生院上线，报告时间中位数≤8小时
      kpi_ids: [K1, K3]
    - id: N5
      wp_id: W4
      due: 2027-11-30
      kind: normal
      accept_zh: 举办1次县域影像开放日，接待相邻县参观≥60人，材料包免费提供9个基层点位
      kpi_ids: [K3]
    - id: N6
      wp_id: W3
      due: 2028-03-31
      kind: normal
      accept_zh: 12个点位全部接入，乡镇当日报告占比≥80%
      kpi_ids: [K3]
    - id: N7
      wp_id: W2
      due: 2028-05-31
      kind: normal
      accept_zh: 取得第二类医疗器械注册受理1项以上，DR检出AUC≥0.94、CT灵敏度≥92%，升级版本安全测试通过率≥93%
      kpi_ids: [K2]
    - id: N8
      wp_id: W3
      due: 2028-10-15
      kind: acceptance
      accept_zh: 报告时间≤4小时、漏报率≤6%、当日报告占比≥90%、阅片用时≤6.5分钟
      kpi_ids: [K1, K2, K3, K4]
  open_issues:
    - issue_zh: 远程阅片在乡镇的医保结算口径
      counterpart: 市医疗保障局
      proposal_zh: 2027年上半年按县乡双向转诊试点单独申报

# ================================================================ 十七、治理

governance:
  body:
    name: 医共体影像智能应用管理组
    members: [T1, T3, T8, T10, T11, P1, P2]
    charter: EV-31
    meets_per_year: 4
  review:
    interval_months: 6
    change_triggers_zh: [模型版本升级或阈值调整, 法规、诊疗规范或国家标准修订, 发生III级及以上事件, 新增设备型号接入]
    regulator_contact: 淮川县卫生健康委员会医政科
  stakeholders:
    - group: 乡镇卫生院放射与全科人员
      how_zh: 九家卫生院座谈，收到意见34条，其中27条写入接入方案
      when: 2026-07-18
    - group: 患者代表与村医
      how_zh: 两场说明会共58人，要求报告上注明使用了人工智能，已采纳
      when: 2026-08-22
    - group: 影像科医师和医院工会
      how_zh: 专题讨论采纳率是否考核，书面承诺不与绩效挂钩
      when: 2026-08-28
  ethics:
    required: true
    reason_zh: 使用患者影像并开展临床评价，提示结果影响诊断过程，属于应当审查的涉及人的研究
    body: own
    opinion: EV-32
    date: 2026-09-21

# ================================================================ 佐证材料

evidence:
  - id: EV-01
    title_zh: 2025年度及2026年上半年全县放射检查与报告时效统计
    kind: report
    issuer: 淮川县卫生健康委员会
    issued_on: 2026-07-28
    sha256: "200b79cd686099840ae3b48d7fc8197a99173321571c4a73447a3c617f0ecf6f"
  - id: EV-02
    title_zh: 2025年胸部影像报告质量抽查通报
    kind: report
    issuer: 淮川县疾病预防控制中心
    issued_on: 2026-03-26
    sha256: "e77b77d0a82cf8b4229ba91f669f8ec30010e54a508ed8b11531209308f5a421"
  - id: EV-03
    title_zh: 联合实施协议（县中医院）
    kind: contract
    issuer: 双方
    issued_on: 2026-06-16
    sha256: "89e02eb9d4c2347730b400f35f97034ab3fea8abf3437428237ba411d2a4bdf7"
  - id: EV-04
    title_zh: 联合实施协议（第二人民医院）
    kind: contract
    issuer: 双方
    issued_on: 2026-06-18
    sha256: "e9f958fb9f737b5051b683a75ce91180cedfd64cd0f1490b19466a88c8461319"
  - id: EV-05
    title_zh: 联合研制与受托处理协议（澄影医学）
    kind: contract
    issuer: 双方
    issued_on: 2026-06-24
    sha256: "dec9cbe286fac524e63ab88dcf6a9f7da8292fc360e2294365dfbd212a8711cc"
  - id: EV-06
    title_zh: 胸部DR检查数据院际使用协议
    kind: contract
    issuer: 三家医院
    issued_on: 2026-06-05
    sha256: "91190dfe810a0594a59ff7884a6f42fcf44017c2c9a8c8cd2ff5ccc090b734d0"
  - id: EV-07
    title_zh: 胸部CT序列数据院际使用协议
    kind: contract
    issuer: 三家医院
    issued_on: 2026-07-02
    sha256: "340a755a6d692b7da976c57cdc069b8f2904408e754e9ac3c1c460665bd4ae21"
  - id: EV-08
    title_zh: 软件著作权登记证书（DR图像归一化系统）
    kind: ip
    issuer: 中国版权保护中心
    issued_on: 2026-02-11
    number: "2026SR0163378"
    sha256: "ea6c1354a080d0ec914e4755702ae07c30ecf3f758c8b5ead9db890130ef3488"
  - id: EV-09
    title_zh: 发明专利证书（多期结节配准方法）
    kind: ip
    issuer: 国家知识产权局
    issued_on: 2025-11-14
    number: "ZL202410000862.4"
    sha256: "974617858d0d33ee6a1b8a9a2438cfb0dacacf8d6c7054c05f2384fe2c83d653"
  - id: EV-10
    title_zh: 卫生院接入与试用协议（柳桥镇）
    kind: contract
    issuer: 柳桥镇卫生院
    issued_on: 2026-08-10
    sha256: "1946522f6702705a684085de89d57a5d4178884d1e6a29d566926dca7df8fbfb"
  - id: EV-11
    title_zh: 卫生院接入与试用协议（河湾镇）
    kind: contract
    issuer: 河湾镇卫生院
    issued_on: 2026-08-11
    sha256: "67c4432d6312102aac4ce5484f596ab200025fb3e4e02f28859b83740b01f7fe"
  - id: EV-12
    title_zh: 胸部影像数据集说明书
    kind: dataset_card
    issuer: 县人民医院信息科
    issued_on: 2026-09-19
    sha256: "4206d8da602ab9cad13f57e50a4beae007693647cbb423867a29ce34337f8335"
  - id: EV-13
    title_zh: 胸部病灶标注规范（第三版）
    kind: other
    issuer: 医学影像中心
    issued_on: 2026-05-20
    sha256: "599c15bfa5bb385f64f188cfb80fbe5c8ff52e11db4f640052eb954ef8dbcbdd"
  - id: EV-14
    title_zh: 独立测试病例使用与封存协议
    kind: contract
    issuer: 三家医院医务科
    issued_on: 2026-05-28
    sha256: "de75462adfa46b2acd003334c9355deab42672956b545a6e3c9dff196926b77e"
  - id: EV-15
    title_zh: DR病灶提示模型卡
    kind: report
    issuer: 郑州澄影医学科技有限公司
    issued_on: 2026-09-28
    sha256: "327e4e91cd4e6562ef6ed34fb7258b5bf1b73ed396c752e53d2e35a9ef1c38e6"
  - id: EV-16
    title_zh: CT结节提示模型卡
    kind: report
    issuer: 郑州澄影医学科技有限公司
    issued_on: 2026-09-29
    sha256: "e32879af266084a5137068b735f99d3ed78e4f5b2a5e21d3eabf132752897065"
  - id: EV-17
    title_zh: 影像信息系统突发事件应急预案
    kind: policy
    issuer: 淮川县人民医院
    issued_on: 2026-04-15
    number: "HCRY-YJ-2026-08"
    sha256: "218f2b9dada96a32b3af34e67075717ea11309fdd4b929c449a2f47fec963a6b"
  - id: EV-18
    title_zh: 患者影像数据个人信息保护影响评估报告
    kind: report
    issuer: 县人民医院医务科
    issued_on: 2026-09-10
    sha256: "8cd5ffd796a79965e3ed68cc25d3aadd84cdf5adc72ee13736f26354e9fe9340"
  - id: EV-19
    title_zh: 影像检查个人信息处理告知书与单独同意样本
    kind: policy
    issuer: 淮川县人民医院
    issued_on: 2025-12-22
    number: "HCRY-YW-2025-41"
    sha256: "f97a97e454e33cb9d6c2f540a745fac24d87a5c8f2603d82196b501ae118b0f7"
  - id: EV-20
    title_zh: 阅片插件使用说明与适用限制
    kind: other
    issuer: 医学影像中心
    issued_on: 2026-09-30
    sha256: "1ee9f6f28e07d7d5cde53ce20393585c3a2976198a1bc0126f939ce1b748040c"
  - id: EV-21
    title_zh: 软件物料清单
    kind: report
    issuer: 郑州澄影医学科技有限公司
    issued_on: 2026-10-08
    sha256: "0fbae6d24bc7a8fd2ac883da92252c200d34879fe7bba62ac248f6359e60e60b"
  - id: EV-22
    title_zh: 影像岗位就业影响评估报告
    kind: report
    issuer: 淮川县医学会
    issued_on: 2026-08-12
    sha256: "a7f693edadb1cc8764cbc93677381b59f12307b40159f43c66a4d1e3af17fb20"
  - id: EV-23
    title_zh: 基层放射人员培训大纲
    kind: other
    issuer: 淮川县医学会
    issued_on: 2026-08-05
    sha256: "36374ee8d4289807aaa3066ec41df3faea0f6be609a8c5166291342764dc7693"
  - id: EV-24
    title_zh: 胸部影像提示软件临床评价报告（620例）
    kind: report
    issuer: 豫中医科大学第二附属医院
    issued_on: 2026-10-09
    sha256: "3e836de18d4f70a0786d1f485268a3850f5aa201170da1a48880a5e6a2da072f"
  - id: EV-25
    title_zh: 临床教学与实习协议
    kind: contract
    issuer: 豫中医科大学
    issued_on: 2026-05-12
    sha256: "1371e9bdb3553863a2346219d406efea6f16dbac2b6c435aa6ab8248537e87bf"
  - id: EV-26
    title_zh: 阅片用时测定与基层人员考核基线记录
    kind: report
    issuer: 淮川县医学会
    issued_on: 2026-06-30
    sha256: "53c22ef041bbb64328e37130902e17bcf28b22db537fa93638820c5d346501c1"
  - id: EV-27
    title_zh: 医疗卫生领域新技术应用容错办法（试行）
    kind: policy
    issuer: 淮川县卫生健康委员会
    issued_on: 2026-05-06
    number: "淮卫发〔2026〕19号"
    sha256: "3ffe1a5c1e0a379db38d48272297e5b62cd4ae0684a02b85dfb7546afe7de566"
  - id: EV-28
    title_zh: 县级财政资金安排批复
    kind: letter
    issuer: 淮川县财政局
    issued_on: 2026-09-25
    sha256: "a499647cb3a2757d19c9484c070d9f86b6e6aedb00055b6d7f56ff827ac36fd3"
  - id: EV-29
    title_zh: 自筹资金院长办公会决议与银行存款证明
    kind: certificate
    issuer: 豫南农村商业银行淮川支行
    issued_on: 2026-10-10
    number: "YN-HC-1010-052"
    sha256: "06268e7399788180c317452e210bb0af985b9dea25d2838a4cb35fda7ed9917c"
  - id: EV-30
    title_zh: 设备与人员实物投入确认函
    kind: letter
    issuer: 郑州澄影医学科技有限公司
    issued_on: 2026-10-11
    sha256: "3a6f9c9864104066eab9967beb93a6b35e5d09bbb01ca42d1d68b2250609a3c4"
  - id: EV-31
    title_zh: 影像智能应用管理组章程
    kind: policy
    issuer: 淮川县人民医院
    issued_on: 2026-06-30
    number: "HCRY-GL-2026-15"
    sha256: "10d52b2daca6f7fb9b330bee2ba6841b22379305a5cb5265a1d75e41dc1a9a12"
  - id: EV-32
    title_zh: 伦理审查意见书
    kind: report
    issuer: 淮川县人民医院伦理委员会
    issued_on: 2026-09-21
    number: "HCRY-LL-2026-037"
    sha256: "9ede88df463411b60d56a83a8a4ab0d66780b8954e44279e426c82f0e0908a14"

declarations:
  truthful: true
  no_duplicate_funding: true
  signed_on: 2026-10-14
`;export{e as default};