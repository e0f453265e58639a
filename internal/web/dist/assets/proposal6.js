var e=`# 衡江财险 保险客户服务智能化升级与全渠道智能体应用 —— 申报书
# 说明:金额单位为万元,比例为百分数;客户数、件数均为年度口径。

apiVersion: hegui/v1
kind: Proposal

meta:
  call_id: JR-AI-2026-07
  submitted_on: 2026-10-22
  language: zh
  confidentiality: internal

# ================================================================ 一、项目概况

project:
  id: f12-ai-customer-service
  title_zh: 保险客户服务智能化升级与全渠道智能体应用
  title_en: "Full-channel AI agents for insurance customer service"
  summary_zh: "本项目围绕保险服务业智能化升级，以申报单位湖北、湖南、江西三个客户服务中心为实施主体，建设条款约束的对话智能体和小额案件初核模型，\\
    覆盖咨询、保全、报案、救援调度与案件初核五类业务。项目以保险行业高质量数据集为基础，对生成内容实施双标识，\\
    建立七类以上运行监测指标与四级预警，完成个人信息保护影响评估、伦理审查及登记备案准备，确保技术创新与安全保障协同推进。\\
    项目周期十八个月，先武汉灰度、再三地推广，力争2028年形成可复制的保险智能服务标准方案，\\
    实现客户服务提质增效、运营成本结构持续优化，并以开放接口带动中小代理机构共同发展。"
  type: application
  ai_plus_domain: industry
  sector_gb4754: J68
  stage: pilot
  trl:
    current: 6
    target: 8
  region:
    province_gb2260: "420000"
    city_gb2260: "420100"
  start: 2026-12-01
  end: 2028-05-31
  problem:
    statement_zh: "2025年公司三个客户服务中心共受理来电与在线咨询325万件，设坐席600席；早晚高峰20秒接通率仅68.3%，\\
      保单条款类咨询一次解决率71.5%，重复来电占19.6%；全年服务类投诉2146件，其中六成以上与答复口径不一、等待时间过长有关，\\
      现有按键导航和关键词机器人只能独立办结8.7%的咨询。"
    affected_people: 1620000
    evidence: [EV-01]
  policy_alignment:
    - clause_id: L17-S3
      contribution_zh: 在保险服务业的咨询、保全、报案和小额案件初核四个环节部署智能体，以一次解决率和服务时长衡量智能化升级成效
      kpi_ids: [K2, K3]
    - clause_id: L19-S2
      contribution_zh: 建设客服对话、条款问答、小额案件三套保险行业专识数据集，形成可复用的格式、质量与复审规范
      kpi_ids: [K3]
    - clause_id: L21-S4
      contribution_zh: 对生成内容显式加隐式双标识，向客户告知人工智能身份，保留申诉复核渠道，做到合规透明
      kpi_ids: [K4]

# ================================================================ 二、申报单位与联合单位

applicant:
  name: 衡江财产保险股份有限公司
  uscc: 91420100706852133C
  org_type: private
  size: large
  employees: 3100
  revenue_cny_wan: 684000
  sector_gb4754: J68
  contact:
    name: 数智化转型办公室
    role: 项目联络人
    email: ai-project@hengjiang.example.invalid

partners:
  - id: P1
    name: 武汉言序智能科技有限公司
    uscc: 91420100MA4K7N3E73
    org_type: private
    size: small                 # 68 人、2310 万元:从业人员不足 100 人,仍为小型
    employees: 68
    revenue_cny_wan: 2310
    role_zh: 牵头任务二，负责对话模型微调、安全测试与接管调度引擎开发；作为受托处理方不取得数据权利
    budget_cny_wan: 174
    agreement: EV-02
  - id: P2
    name: 湖北新程职业技能培训有限公司
    uscc: 91420106MA4KQ52D7U
    org_type: private
    size: small
    employees: 42
    revenue_cny_wan: 860
    role_zh: 牵头任务四，负责客服运营组织转型咨询、管理人员研修与推广宣传
    budget_cny_wan: 58
    agreement: EV-03

# ================================================================ 三、应用场景

scenarios:
  - id: S1
    name_zh: 日间保险客户服务
    description_zh: "8时至20时，客户通过电话、微信小程序和官网咨询条款、查询保单、办理保全与续保。现有流程为按键导航分流后由坐席逐件受理，\\
      高峰期平均等待96秒。项目后由智能体识别意图、引用条款作答并经客户确认后代办低风险业务，置信度不足或客户要求时转接坐席。"
    sites: 3
    regions: ["420000", "430000", "360000"]      # 湖北、湖南、江西
    users_annual: 1440000
    cases_annual: 2600000
    public_facing: true
    subject: natural_person
    decision_impact: advisory
    autonomy_level: 3
    human_role: on_loop
    target_groups: [general]
    value_chain: [service, operation]

  - id: S2
    name_zh: 夜间保险客户服务
    description_zh: "20时至次日8时的报案登记、道路救援调度和紧急咨询。现有流程由120名夜班坐席轮值，每晚当班约40席、席均29件。\\
      项目后由智能体首问应答、登记要素并调度救援，遇伤人事故或客户情绪激动时转人工处理。"
    sites: 3
    regions: ["420000", "430000", "360000"]
    users_annual: 110000
    cases_annual: 420000
    public_facing: true
    subject: natural_person
    decision_impact: advisory
    autonomy_level: 3
    human_role: on_loop
    target_groups: [general]
    value_chain: [service]

  - id: S3
    name_zh: 小额车险案件智能初核
    description_zh: "对五千元以下、无人伤的车险案件，模型依据报案要素和影像提取结果给出赔付建议分值，由核赔人员逐件确认后出具结论。\\
      现有流程为人工录入要素、逐项核对保单责任，平均结案2.9天；模型不直接作出拒赔或减赔决定。"
    sites: 3
    regions: ["420000", "430000", "360000"]
    users_annual: 96              # 使用者为核赔人员,客户不直接使用
    cases_annual: 230000
    public_facing: false
    subject: natural_person
    decision_impact: significant
    autonomy_level: 2
    human_role: in_loop
    target_groups: [general]
    value_chain: [operation]

# ================================================================ 四、绩效指标

kpis:
  # 基线待系统上线后统一测定,表中暂按项目组经验值填列
  - id: K1
    name_zh: 客服条线人工成本指数(上线首月=100)
    category: cost
    unit: 指数
    direction: down
    baseline: 100
    baseline_date: 2027-07-31
    baseline_source: 上线首月实测后确定
    target: 30
    target_date: 2028-05-31
    method_zh: 客服条线人工费用总额与上线首月相比，目标为下降70%
    verifier: self

  - id: K2
    name_zh: 单件平均处理时长
    category: productivity
    unit: 秒
    direction: down
    baseline: 412
    baseline_date: 2026-12-31
    baseline_source: 项目组经验值
    target: 180
    target_date: 2028-03-31
    method_zh: 由客服平台自动统计
    verifier: self

  - id: K3
    name_zh: 咨询一次解决率
    category: quality
    unit: "%"
    direction: up
    baseline: 71.5
    baseline_date: 2026-12-31
    baseline_source: 项目组预计年末水平
    target: 88
    target_date: 2028-03-31
    method_zh: 七日内同一事项无重复来电的会话占比
    verifier: self

  - id: K4
    name_zh: 客户净推荐值
    category: service
    unit: 分
    direction: up
    baseline: 38
    baseline_date: 2027-01-31
    baseline_source: 拟于项目启动后开展首次调查
    target: 52
    target_date: 2028-04-30
    method_zh: 每季度短信问卷，有效样本不少于3000份
    verifier: self

# ================================================================ 五、创新与转化

innovation:
  core_components:
    - name_zh: 条款约束生成与逐句引用校验组件
      origin: self_developed
      evidence: [EV-04]
    - name_zh: 多轮对话人机接管调度引擎
      origin: co_developed
      evidence: [EV-05]
  translation:
    stages:
      - name: pilot
        site: 武汉客户服务中心(20席灰度)
        due: 2027-04-20
        trl: 7
        exit_zh: 灰度流量≥5%、一次解决率≥76%、重大差错0起，连续30天
      - name: first_site
        site: 武汉客户服务中心
        due: 2027-07-31
        trl: 7
        exit_zh: 日间流量≥40%由智能体首问，转接成功率≥99%，服务投诉不高于上年同期
      - name: replication
        site: 长沙、南昌客户服务中心
        due: 2027-12-20
        trl: 8
        exit_zh: 两地一次解决率与武汉相差不超过2个百分点
      - name: scale
        site: 合作代理机构2家
        due: 2028-04-30
        trl: 8
        exit_zh: 2家机构经接口接入并连续运行60天，月可用性≥99.5%
    replication_sites: 3
    adopters:
      - name: 湖南湘汇保险代理有限公司
        agreement: EV-27
      - name: 江西赣源保险经纪有限公司
        agreement: EV-28

# ================================================================ 六、数据

data:
  need:
    task_zh: 保险客服多轮对话生成、意图识别与小额车险案件初核评分
    required_records: 240000
    derivation_zh: "对话任务按2026年第二季度学习曲线，样本从12万段增至16万段时任务完成率只再提高0.4个百分点，取16万段；\\
      初核评分按每个变量不少于50个正例、38个变量、正例率2.4%推算需7.9万件；两项合计约24万条，现有三套训练数据共29.48万条。"

  datasets:
    # 客服对话:电话录音由客服平台转写,入湖前完成掩码,录音本身不进入训练环境
    - id: D1
      name_zh: 2024-2026-鄂湘赣-保险业-客服对话转写-文本
      tier: industry_specialist
      purpose: [finetune, eval]
      source: collected
      source_detail_zh: 申报单位三个客户服务中心2024年3月至2026年6月的通话转写与在线会话，经客户单独同意后抽取
      licence_spdx: LicenseRef-internal
      licence_evidence: [EV-06]
      rights:
        hold: [applicant]
        use: [applicant]
        operate: [applicant]
        valid_to: 2029-06-30
        restrictions_zh: 仅用于本公司客户服务模型训练与评测，不对外提供，联合单位在受控环境内受托处理
      records: 186000
      volume_gb: 1.3
      modalities: [text]
      time_start: 2024-03-01
      time_end: 2026-06-30
      update_freq: monthly
      regions: ["420000", "430000", "360000"]
      strata:
        - {dimension: region, name: 湖北, share_pct: 46, target: true}
        - {dimension: region, name: 湖南, share_pct: 31, target: true}
        - {dimension: region, name: 江西, share_pct: 23, target: true}
        - {dimension: age, name: 18至35岁, share_pct: 34, target: true}
        - {dimension: age, name: 36至59岁, share_pct: 52, target: true}
        - {dimension: age, name: 60岁及以上, share_pct: 14, target: true}
        - {dimension: sex, name: 男, share_pct: 57, target: true}
        - {dimension: sex, name: 女, share_pct: 43, target: true}
        - {dimension: language, name: 普通话, share_pct: 82, target: true}
        - {dimension: language, name: 江淮官话与湘赣方言, share_pct: 18, target: true}
      split: {train: 148800, val: 18600, test: 18600}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-30
        sections: [basic_info, content_features, construction, application, limitations]
      quality:
        - dimension: normativity
          value_pct: 98.7
          target_pct: 98
          method_zh: 按字段规范全量脚本校验
          sample_n: 186000
          measured_on: 2026-08-20
        - dimension: completeness
          value_pct: 97.9
          target_pct: 97
          method_zh: 说话人、时间戳、业务类型三项必填率
          sample_n: 186000
          measured_on: 2026-08-20
        - dimension: accuracy
          value_pct: 96.8
          target_pct: 96
          method_zh: 业务专家分层抽检意图与槽位标签
          sample_n: 2000
          measured_on: 2026-08-27
        - dimension: consistency
          value_pct: 97.2
          target_pct: 96
          method_zh: 会话业务类型与核心系统工单比对
          sample_n: 4000
          measured_on: 2026-08-25
        - dimension: timeliness
          value_pct: 95.6
          target_pct: 95
          method_zh: 会话结束至入湖不超过48小时的占比
          sample_n: 186000
          measured_on: 2026-08-20
        - dimension: accessibility
          value_pct: 99.2
          target_pct: 99
          method_zh: 训练环境按权限读取的成功率
          sample_n: 5000
          measured_on: 2026-08-21
      annotation:
        needed: true
        guideline: EV-30
        annotators: 16
        experts: 3                # 客服质检主管 2 人、核赔师 1 人,负责疑难裁定
        person_days: 780
        double_pct: 12
        agreement_metric: kappa
        agreement_value: 0.83
        accuracy_pct: 96.8
        sampled_n: 2000
      synthetic:
        share_pct: 0
      validation:
        metric: 多轮任务完成率(%)
        without: 61.0
        with: 74.5
        test_set_id: D2
        decontaminated: true       # 按客户号划分训练与测试,相似度 0.85 以上的会话剔除
      pi:
        contains: true
        sensitive: true
        subjects: 142000
        minors: false
        legal_basis: separate_consent
        deidentified: pseudonymised
        retention_days: 1095
      level: general
      cross_border:
        planned: false

    - id: D2
      name_zh: 2026-鄂湘赣-保险业-条款与理赔问答-评测文本
      tier: industry_specialist
      purpose: [finetune, eval]
      source: collected
      source_detail_zh: 由核保、核赔、消保三个部门专家依据2025年真实咨询改写，逐题附条款出处
      licence_spdx: LicenseRef-internal
      licence_evidence: [EV-07]
      rights:
        hold: [applicant]
        use: [applicant]
        operate: [applicant]
        valid_to: 2030-12-31
        restrictions_zh: 测试部分封存，仅评测岗可读
      records: 12400
      volume_gb: 0.04
      modalities: [text]
      time_start: 2026-02-01
      time_end: 2026-07-31
      update_freq: yearly
      regions: ["420000", "430000", "360000"]
      strata:
        - {dimension: region, name: 湖北, share_pct: 44, target: true}
        - {dimension: region, name: 湖南, share_pct: 32, target: true}
        - {dimension: region, name: 江西, share_pct: 24, target: true}
        - {dimension: age, name: 18至35岁, share_pct: 33, target: true}
        - {dimension: age, name: 36至59岁, share_pct: 49, target: true}
        - {dimension: age, name: 60岁及以上, share_pct: 18, target: true}
        - {dimension: sex, name: 男, share_pct: 52, target: true}
        - {dimension: sex, name: 女, share_pct: 48, target: true}
        - {dimension: other, name: 车险, share_pct: 55, target: true}
        - {dimension: other, name: 家财与责任险, share_pct: 27, target: true}
        - {dimension: other, name: 意外与短期健康险, share_pct: 18, target: true}
      split: {train: 8680, val: 1240, test: 2480}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-30
        sections: [basic_info, content_features, construction, application]
      quality:
        - dimension: normativity
          value_pct: 99.3
          target_pct: 99
          method_zh: 题干、答案、条款号、产品线格式检查
          sample_n: 12400
          measured_on: 2026-08-28
        - dimension: completeness
          value_pct: 98.8
          target_pct: 98
          method_zh: 附条款出处且可检索到原文的题目占比
          sample_n: 12400
          measured_on: 2026-08-28
        - dimension: accuracy
          value_pct: 97.4
          target_pct: 97
          method_zh: 未参与编写的核赔师双盲复核答案
          sample_n: 620
          measured_on: 2026-09-04
        - dimension: consistency
          value_pct: 96.9
          target_pct: 96
          method_zh: 同一条款下不同题目答案口径交叉核对
          sample_n: 620
          measured_on: 2026-09-04
        - dimension: timeliness
          value_pct: 98.1
          target_pct: 97
          method_zh: 引用条款为在售或现行有效版本的占比
          sample_n: 12400
          measured_on: 2026-08-31
      annotation:
        needed: true
        guideline: EV-30
        annotators: 6
        experts: 4
        person_days: 120
        double_pct: 25
        agreement_metric: kappa
        agreement_value: 0.86
        accuracy_pct: 97.4
        sampled_n: 620
      synthetic:
        share_pct: 6
        generator: 以岚石-14B-Chat改写同义问法，答案不改
        validation_zh: 合成问法与真实问法各抽300题，专家可懂度评分差0.08(五分制)，意图一致率98.0%
      validation:
        metric: 条款问答正确率(%)
        without: 78.2
        with: 89.6
        test_set_id: D1
        decontaminated: true
      pi:
        contains: false
        exclusion_zh: 题目由专家改写，不含姓名、保单号、车牌等任何可识别信息，入库前规则与人工双重检查
      level: general
      cross_border:
        planned: false

    - id: D3
      name_zh: 2023-2026-鄂湘赣-保险业-小额车险案件要素-表格
      tier: industry_specialist
      purpose: [finetune, eval]
      source: collected
      source_detail_zh: 从理赔核心系统提取的五千元以下已结案件，38个要素字段，标签为核赔终审结论
      licence_spdx: LicenseRef-internal
      licence_evidence: [EV-08]
      rights:
        hold: [applicant]
        use: [applicant]
        operate: [applicant]
        valid_to: 2029-12-31
        restrictions_zh: 限小额案件初核模型使用，禁止用于承保定价
      records: 96400
      volume_gb: 0.35
      modalities: [tabular]
      time_start: 2023-01-01
      time_end: 2026-06-30
      update_freq: monthly
      regions: ["420000", "430000", "360000"]
      strata:
        - {dimension: region, name: 湖北, share_pct: 48, target: true}
        - {dimension: region, name: 湖南, share_pct: 29, target: true}
        - {dimension: region, name: 江西, share_pct: 23, target: true}
        - {dimension: age, name: 18至35岁, share_pct: 38, target: true}
        - {dimension: age, name: 36至59岁, share_pct: 54, target: true}
        - {dimension: age, name: 60岁及以上, share_pct: 8, target: true}
        - {dimension: sex, name: 男, share_pct: 68, target: true}
        - {dimension: sex, name: 女, share_pct: 32, target: true}
      split: {train: 77120, val: 9640, test: 9640}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-30
        sections: [basic_info, content_features, construction, application]
      quality:
        - dimension: normativity
          value_pct: 99.0
          target_pct: 98
          method_zh: 字段类型与取值字典全量核对
          sample_n: 96400
          measured_on: 2026-09-02
        - dimension: completeness
          value_pct: 96.3
          target_pct: 96
          method_zh: 38个要素字段的平均非空率
          sample_n: 96400
          measured_on: 2026-09-02
        - dimension: accuracy
          value_pct: 97.8
          target_pct: 97
          method_zh: 调阅纸质案卷核对要素与结论
          sample_n: 1000
          measured_on: 2026-09-09
        - dimension: consistency
          value_pct: 98.2
          target_pct: 98
          method_zh: 与财务实付金额、再保系统三方勾稽
          sample_n: 96400
          measured_on: 2026-09-03
        - dimension: timeliness
          value_pct: 97.1
          target_pct: 96
          method_zh: 结案后七日内入库的案件比例
          sample_n: 96400
          measured_on: 2026-09-02
      annotation:
        needed: true
        guideline: EV-30
        annotators: 8
        experts: 2                # 高级核赔师
        person_days: 420
        double_pct: 10
        agreement_metric: kappa
        agreement_value: 0.88
        accuracy_pct: 97.8
        sampled_n: 1000
      synthetic:
        share_pct: 0
      validation:
        metric: 初核结论AUC
        without: 0.712
        with: 0.874
        test_set_id: D3
        decontaminated: true       # 同一被保险人只出现在一个划分中
      pi:
        contains: true
        sensitive: true
        subjects: 81300
        minors: false
        legal_basis: separate_consent
        deidentified: pseudonymised
        retention_days: 1825
      level: general
      cross_border:
        planned: false

    # 检索知识库:不参与训练
    - id: D4
      name_zh: 2026-全国-保险业-条款与服务知识库-文档
      tier: industry_general
      purpose: [rag]
      source: collected
      source_detail_zh: 本公司备案条款、费率说明、服务标准与操作手册，法务与产品部门共同维护
      licence_spdx: LicenseRef-internal
      licence_evidence: [EV-09]
      rights:
        hold: [applicant]
        use: [applicant]
        operate: [applicant]
        valid_to: 2031-12-31
        restrictions_zh: 未备案条款不得入库
      records: 8640
      volume_gb: 2.1
      modalities: [text]
      time_start: 2021-01-01
      time_end: 2026-09-30
      update_freq: weekly
      regions: ["100000"]
      format_standard: other
      annotation:
        needed: false
      synthetic:
        share_pct: 0
      pi:
        contains: false
        exclusion_zh: 均为公司制度与产品文件，不含客户资料；上传时自动扫描证件号与手机号
      level: general
      cross_border:
        planned: false

    # 运行数据:上线后产生,不进入训练;客户另行同意后方可转入 D1
    - id: D5
      name_zh: 2026-鄂湘赣-保险业-客户服务工单与日志-表格
      tier: industry_general
      purpose: [operation]
      source: collected
      source_detail_zh: 客服平台自动产生的工单、接管记录与满意度评价
      licence_spdx: LicenseRef-internal
      licence_evidence: [EV-10]
      rights:
        hold: [applicant]
        use: [applicant]
        operate: [applicant]
        valid_to: 2029-05-31
        restrictions_zh: 仅供运行监测与申诉复核
      records: 1120000
      volume_gb: 1.8
      modalities: [tabular]
      time_start: 2026-01-01
      time_end: 2026-09-30
      update_freq: realtime
      regions: ["420000", "430000", "360000"]
      format_standard: other
      annotation:
        needed: false
      synthetic:
        share_pct: 0
      pi:
        contains: true
        sensitive: true
        subjects: 640000
        minors: false
        legal_basis: separate_consent
        deidentified: pseudonymised
        retention_days: 730
      level: general
      cross_border:
        planned: false

  governance:
    owner: T5
    lifecycle: [need, plan, collect, preprocess, annotate, validate, operate, retire]
    versioning: true
    lineage: true
    review_months: 6
    dcmm_level: 3
  sharing:
    mode: restricted
    platform: 公司数据资源目录(内部)，外部机构只通过接口获得服务结果

# ================================================================ 七、模型

models:
  - id: M1
    generative: true
    recommender: false
    origin: fine_tuned
    base_model:
      name: 岚石-14B-Chat
      licence: Apache-2.0
      country: CN
      filing_no: 生成式人工智能服务备案-示例2025-0417
    params_b: 14
    train_tokens_b: 0.4
    output_modalities: [text, audio]      # 文本答复,电话渠道同步语音合成
    evals:
      - suite: 条款与理赔问答评测集(D2测试部分)
        baseline: 78.2
        value: 89.6
        target: 92
        date: 2026-10-09
        evaluator: third_party
        set_public: false
      - suite: 客服多轮任务完成率评测
        baseline: 61.0
        value: 74.5
        target: 82
        date: 2026-10-09
        evaluator: third_party
        set_public: false
      - suite: 方言来电意图识别评测
        baseline: 72.4
        value: 84.1
        target: 88
        date: 2026-10-11
        evaluator: self
        set_public: false
    robustness:
      - {threat: prompt_injection, n: 1200, pass_pct: 97.6, target_pct: 95, date: 2026-09-24}
      - {threat: jailbreak, n: 800, pass_pct: 98.1, target_pct: 97, date: 2026-09-24}
      - {threat: extraction, n: 300, pass_pct: 99.0, target_pct: 98, date: 2026-09-25}
      - {threat: poisoning, n: 260, pass_pct: 96.2, target_pct: 95, date: 2026-09-26}
    fairness:
      - {attribute: age, gap: 2.1, limit: 3, n: 400}           # 一次解决率差,百分点
      - {attribute: region, gap: 1.6, limit: 3, n: 500}
      - {attribute: language, gap: 2.7, limit: 4, n: 300}
    hallucination:
      method: 逐句核对答复与所引条款，无出处或与原文不符计为幻觉；无检索结果时必须答“不能确定”并转接
      rate_pct: 1.4
      limit_pct: 2
      n: 1000
    card: EV-11
    efficiency:
      metric: 首字响应延迟ms
      value: 620

  - id: M2
    generative: false
    recommender: false
    origin: self_trained
    params_b: 0.11
    output_modalities: [score]
    evals:
      - suite: 小额车险案件初核测试集(D3测试部分)
        baseline: 71.2
        value: 87.4
        target: 89
        date: 2026-10-10
        evaluator: third_party
        set_public: false
      - suite: 2026年第三季度新案件回放
        baseline: 70.5
        value: 86.1
        target: 88
        date: 2026-10-12
        evaluator: self
        set_public: false
    robustness:
      - {threat: adversarial, n: 300, pass_pct: 91.3, target_pct: 90, date: 2026-09-27}
      - {threat: ood, n: 400, pass_pct: 93.5, target_pct: 92, date: 2026-09-27}
      - {threat: drift, n: 600, pass_pct: 92.7, target_pct: 90, date: 2026-09-28}
    fairness:
      - {attribute: age, gap: 1.8, limit: 3, n: 450}           # 建议赔付率差,百分点
      - {attribute: sex, gap: 0.9, limit: 2, n: 600}
      - {attribute: region, gap: 2.2, limit: 3, n: 500}
    card: EV-12
    efficiency:
      metric: 单案评分耗时ms
      value: 45

# ================================================================ 八、安全

safety:
  risks:
    - id: R1
      category: content
      text_zh: 智能体对保险责任、免责事项作出错误说明，误导客户
      likelihood: 3
      impact: 5
      owner: T7
      control_zh: 只允许引用在库有效条款，逐句出处校验，无出处转接；每日抽检并三日内更正回访
      residual_likelihood: 2
      residual_impact: 3
      monitor_ids: [MT1, MT2]
    - id: R2
      category: model_algorithm
      text_zh: 客户或外部攻击者以提示注入诱导智能体越权查询他人保单
      likelihood: 3
      impact: 4
      owner: T9
      control_zh: 查询接口只认登录态，不接受对话内容中的身份；注入特征拦截；每次版本更新重测
      residual_likelihood: 1
      residual_impact: 4
      monitor_ids: [MT5]
    - id: R3
      category: data
      text_zh: 通话转写中证件号、银行账号等敏感个人信息泄露
      likelihood: 2
      impact: 5
      owner: T5
      control_zh: 入湖前掩码、分域存储、导出双人审批并留痕
      residual_likelihood: 1
      residual_impact: 4
      monitor_ids: [MT3]
    - id: R4
      category: application
      text_zh: 小额案件初核分值偏低，客户应得赔款被延误
      likelihood: 2
      impact: 5
      owner: T8
      control_zh: 模型无拒赔、减赔权限；低分案件须核赔人员说明理由；客户可申请另一名核赔人员复核
      residual_likelihood: 1
      residual_impact: 3
      monitor_ids: [MT6]
    - id: R5
      category: supply_chain
      text_zh: 基座模型停止维护或许可条件变更
      likelihood: 2
      impact: 3
      owner: T2
      control_zh: 保存权重与许可文本快照，完成一套备选基座的适配测试
      residual_likelihood: 2
      residual_impact: 2
    - id: R6
      category: labour
      text_zh: 个别坐席人员对新技术、新模式的适应需要一定过程
      likelihood: 2
      impact: 2
      owner: T12
      control_zh: 加强宣传引导，组织管理人员研修，营造拥抱智能化的良好氛围
      residual_likelihood: 1
      residual_impact: 2
    - id: R7
      category: operation
      text_zh: 夜间平台中断，事故报案和救援调度无人应答
      likelihood: 3
      impact: 4
      owner: T10
      control_zh: 双机房热备，三分钟无应答自动切换到备用线路，每季度切换演练
      residual_likelihood: 2
      residual_impact: 3
      monitor_ids: [MT4, MT7]
    - id: R8
      category: ethics
      text_zh: 方言口音重或年长客户识别率低，获得的服务明显变差
      likelihood: 3
      impact: 3
      owner: T14
      control_zh: 连续两次未识别直接转接，六十岁以上来电默认提供人工选项，按月公布分组差异
      residual_likelihood: 2
      residual_impact: 2
      monitor_ids: [MT2]

  monitoring:
    metrics:
      - id: MT1
        kind: model_quality
        source: 质检平台每小时抽样核对
        comparator: gt
        threshold: 2
        unit: "% 答复无出处或出处不符"
        interval_min: 60
        owner: T7
        channel: 企业即时通信群与电话
      - id: MT2
        kind: model_quality
        source: 客服平台会话结果
        comparator: lt
        threshold: 74
        unit: "% 一次解决率(小时滚动)"
        interval_min: 60
        owner: T14
        channel: 运营大屏
      - id: MT3
        kind: input_data
        source: 转写流水脱敏检测
        comparator: gt
        threshold: 0.5
        unit: "% 未掩码会话"
        interval_min: 30
        owner: T5
        channel: 短信
      - id: MT4
        kind: availability
        source: 双机房探活
        comparator: lt
        threshold: 99.5
        unit: "% 小时可用性"
        interval_min: 5
        owner: T10
        channel: 电话
      - id: MT5
        kind: misuse_content
        source: 接口网关与注入检测日志
        comparator: ge
        threshold: 20
        unit: 次注入拦截/小时
        interval_min: 10
        owner: T9
        channel: 安全运营平台
      - id: MT6
        kind: complaint
        source: 投诉工单系统
        comparator: ge
        threshold: 3
        unit: 件涉智能体投诉/小时
        interval_min: 60
        owner: T8
        channel: 短信
      - id: MT7
        kind: other
        source: 话务平台
        comparator: gt
        threshold: 60
        unit: 秒(转接等待)
        interval_min: 15
        owner: T13
        channel: 运营大屏
      - id: MT8
        kind: employment
        source: 排班系统
        comparator: lt
        threshold: 40
        unit: 席(在线人工坐席)
        interval_min: 60
        owner: T13
        channel: 运营大屏
    coverage: 24x7
    soc_contract: EV-15         # 夜间与节假日由签约安全运营中心值守,项目组两人随叫随到
    log_retention_days: 365
    mttd_target_min: 15
    mttr_target_min: 120

  warning:
    cii: false
    levels:
      - level: I
        criteria_zh: 敏感个人信息泄露≥1万人，或全渠道中断≥4小时
        respond_min: 10
        report_deadline_min: 60
        authority: cac_province
      - level: II
        criteria_zh: 个人信息泄露≥1000人，或错误责任说明影响≥500名客户
        respond_min: 20
        report_deadline_min: 120
        authority: cac_province
      - level: III
        criteria_zh: 个人信息泄露≥1人，或错误责任说明影响≥50名客户，或夜间中断≥30分钟
        respond_min: 30
        report_deadline_min: 240
        authority: sector_regulator
      - level: IV
        criteria_zh: 一次解决率低于74%持续4小时，或可用性低于99.5%
        respond_min: 60
        report_deadline_min: 1440
        authority: none

  emergency:
    plan: EV-14
    kill_switch_zh: 值班长在运营台一键停用智能体，五分钟内全部来电改走坐席排队
    rollback_zh: 模型、提示词与知识库三者同版本打包，保留最近五个版本，十五分钟内回退
    rto_min: 60
    drills_per_year: 4
    last_drill: 2026-09-10
    fallback_manual_zh: 智能体停用、置信度不足或客户提出要求时一键转人工，由日间、夜间客户服务坐席接续受理

  data_security:
    classification_done: true
    responsible: T9
    mlps_level: 3
    mlps_status: filed
    encryption: [at_rest, in_transit]
    access_control_zh: 最小权限、堡垒机登录、双因素认证，训练环境与生产环境物理分区，季度复核账号
    poisoning_controls_zh: 样本入库哈希登记，异常来源隔离，训练前后用金标题对照检测投毒
    assessed_on: 2026-08-18
    next_assessment: 2027-08-18

  privacy:
    pipia_done_on: 2026-09-28
    pipia_evidence: EV-13
    pipia_retention_years: 5
    officer: T11
    notice: EV-10
    rights_sla_days: 10
    minimisation_zh: 对话模型只接收掩码后的文本；身份核验在业务系统完成，不把证件号、账号送入模型

  filings:
    - kind: genai_filing
      required: false
      reason_zh: 直接调用已备案基座模型微调，属地网信部门答复按登记办理
      status: none
    - kind: genai_registration
      required: true
      reason_zh: 面向公众提供基于已备案模型的生成式服务
      status: submitted
      due: 2027-03-31
    - kind: algorithm_filing
      required: true
      reason_zh: 提供文本与语音深度合成服务，须履行算法备案
      status: submitted
      due: 2027-03-31
    - kind: security_assessment
      required: true
      reason_zh: 上线前委托机构开展安全评估，评估报告随登记材料提交
      status: planned
      due: 2027-04-30
    - kind: anthropomorphic_assessment
      required: false
      reason_zh: 智能体不设人格形象，不提供情感陪伴
      status: none

  labelling:
    explicit: [text, audio, ui]
    implicit: true
    on_export: true
    standard: GB45438-2025
    log_days: 180

  transparency:
    ai_notice_zh: 接通首句与会话首屏提示“您正在与人工智能客服对话，说出‘人工’可随时转接”
    user_doc: EV-16
    model_card: EV-11
    explanation: case
    appeal_channel_zh: 客服热线9号键、官网“智能服务申诉”入口、三地服务柜台
    appeal_sla_days: 10
    public_page: "https://www.hengjiang.example.invalid/ai-service"

  oversight:
    tiers:
      - {action_zh: 查询条款与办理进度, tier: autonomous, irreversible: false}
      - {action_zh: 登记报案要素并派单救援, tier: autonomous, irreversible: false}
      - {action_zh: 变更联系方式与续保, tier: user_authorised, irreversible: false}
      - {action_zh: 退保与受益人变更, tier: user_only, irreversible: true}
      - {action_zh: 赔付结论, tier: user_only, irreversible: true}
    override: true
    reviewer_role: domain
    reviewers: 40
    sample_review_pct: 3
    stop_min: 5

  supply_chain:
    sbom: EV-17
    vuln_sla_days: 14

  investment:
    budget_cny_wan: 76          # 14 + 36 + 26
    fte: 2

# ================================================================ 九、就业

employment:
  assessment:
    scope_headcount: 0
    none_reason_zh: "本项目定位为服务能力提升，不涉及岗位替代和裁员；人员结构变化均通过自然减员、合同到期等方式平稳实现，\\
      故无需单独开展就业影响评估。"

  # 以下为客服条线编制优化安排,离岗部分全部计入自然减员
  occupations:
    - id: O1
      title_zh: 日间保险客户服务坐席
      code_cn: "4-04-05-03"
      code_isco08: "4222"
      headcount: 480
      exposure: g3
      automated_task_pct: 74
      effect: displace
      redeploy: 60
      retrain: 60
      exit: 300               # 自然减员
      hazardous: false
      timing: 2027-08-31
    - id: O2
      title_zh: 夜间保险客户服务坐席
      code_cn: "4-04-05-03"
      code_isco08: "4222"
      headcount: 120
      exposure: g3
      automated_task_pct: 81
      effect: displace
      redeploy: 0
      retrain: 0
      exit: 120               # 自然减员,夜班取消
      hazardous: false
      timing: 2027-12-31

  jobs_created:
    - title_zh: 人工智能训练师
      code_cn: "4-04-05-05"
      count: 12
      kind: direct
      employer: applicant
      by: 2027-09-30
      basis_zh: 每月回流标注约2.6万段会话，人均月标注2200段
    - title_zh: 生成式人工智能系统应用员(智能客服运营)
      code_cn: "4-04-05-13"
      count: 8
      kind: direct
      employer: applicant
      by: 2027-12-31
      basis_zh: 三个中心各设两至三名，负责话术、知识库和接管策略

  training:
    - audience: all_staff
      occupation_ids: []
      trainees: 30            # 三个中心的主任、值班长和条线负责人
      hours: 24
      provider: 衡江商学院
      curriculum: EV-19
      certificate: enterprise
      completion_pct: 95
      cost_cny_wan: 7.2
      by: 2027-04-15

  response:
    triggers:
      - metric_zh: 出现影响队伍稳定的苗头性、倾向性问题
        action_zh: 第一时间上报，妥善做好解释疏导和思想工作
    redeploy_positions: 20
    transition_budget_cny_wan: 0
    support_zh: 坚持以人为本，对自然减员人员按规定办理手续，妥善安置受影响人员，确保队伍总体稳定
    owner: T12

  consultation:
    union: true
    date: 2027-09-15
    art41_applies: false
    notice_days: 0
    labour_authority_report: false

  entrepreneurship:
    - kind: open_api
      beneficiaries: 14       # 中小代理、经纪机构
      budget_cny_wan: 15
      period_months: 12

  monitoring:
    indicators:
      - name_zh: 员工总体满意度(分)
        baseline: 85
        warn: 85
    interval_months: 12
    report_to: 项目领导小组

# ================================================================ 十、开源

opensource:
  strategy: closed
  reason_zh: "模型由含客户敏感信息的对话微调而成，权重存在被反推个人信息的安全风险；知识库涉及未公开的核赔规则，\\
    公开后易被欺诈利用；语音组件受第三方许可限制，不得再分发。本期以开放接口和接口文档的方式供合作机构使用。"
  dependencies:
    - {name: 岚石-14B-Chat, licence_spdx: Apache-2.0, use: weights_base}
    - {name: PyTorch, licence_spdx: BSD-3-Clause, use: linked}
    - {name: vLLM, licence_spdx: Apache-2.0, use: linked}
    - {name: Faiss, licence_spdx: MIT, use: linked}
    - {name: FastAPI, licence_spdx: MIT, use: linked}

# ================================================================ 十一、算力

compute:
  need:
    train_gpu_hours: 4200
    derivation_zh: 14B模型低秩微调3轮、0.4B词元，实测单轮1180卡时，另计超参搜索660卡时
    infer_qps_peak: 260
    storage_tb: 18
    growth_zh: 按会话量年增12%预留
  sources:
    - {kind: own, region: "420000", share_pct: 65, latency_ms_max: 20}
    - {kind: hub_cluster, region: "520000", share_pct: 35}      # 贵安集群,只用于离线微调

# ================================================================ 十二、团队

talent:
  team:
    - {id: T1, role: [pi, product], level: leading, fte: 0.5, org: applicant}
    - {id: T2, role: [ai], level: senior, fte: 1.0, org: P1}
    - {id: T3, role: [ai], level: engineer, fte: 1.0, org: P1}
    - {id: T4, role: [ai, ops], level: engineer, fte: 1.0, org: applicant}
    - {id: T5, role: [data], level: senior, fte: 1.0, org: applicant}
    - {id: T6, role: [data], level: technician, fte: 1.0, org: applicant}
    - {id: T7, role: [domain], level: senior, fte: 1.0, org: applicant}          # 客服质检
    - {id: T8, role: [domain], level: senior, fte: 0.8, org: applicant}          # 核赔
    - {id: T9, role: [security], level: senior, fte: 1.0, org: applicant}
    - {id: T10, role: [security, ops], level: engineer, fte: 1.0, org: applicant}
    - {id: T11, role: [legal, ethics], level: senior, fte: 0.6, org: applicant}
    - {id: T12, role: [hr], level: senior, fte: 0.8, org: applicant}
    - {id: T13, role: [ops], level: technician, fte: 1.0, org: applicant}
    - {id: T14, role: [domain], level: technician, fte: 1.0, org: applicant}     # 一线班组
    - {id: T15, role: [hr], level: engineer, fte: 0.6, org: P2}
  programmes:
    - kind: joint_lab
      partner: 江夏理工大学
      people: 12
      hours: 320
      by: 2028-03-31
      agreement: EV-22
    - kind: internship
      partner: 江夏理工大学
      people: 20
      hours: 240
      by: 2027-12-31
      agreement: EV-22

# ================================================================ 十三、应用生态

ecosystem:
  platform:
    components: [条款检索接口, 会话接管接口, 答复出处校验接口]
    api_docs: EV-20
    sla_pct: 99.5
    external_users: 14            # 合作代理与经纪机构
  transfer:
    targets:
      - {kind: licence, count: 2, value_cny_wan: 60, by: 2028-04-30}
      - {kind: contract, count: 3, value_cny_wan: 90, by: 2028-05-20}
    ip_terms: EV-21
  sme:
    budget_share_pct: 16          # (174 + 58) ÷ 1450
    payment_days: 45
    tools_opened_zh: 向14家中小代理机构开放条款检索与出处校验接口，首年免费

# ================================================================ 十四、资金

finance:
  total_cny_wan: 1450
  items:
    # W1 数据治理与知识库 204
    - {category: personnel, amount: 90, wp_id: W1}
    - {category: data, amount: 70, wp_id: W1}
    - {category: software, amount: 30, wp_id: W1}        # 数据版本与血缘工具
    - {category: safety, amount: 14, wp_id: W1}
    # W2 模型研发与安全测试 506
    - {category: personnel, amount: 210, wp_id: W2}
    - {category: compute, amount: 150, wp_id: W2}
    - {category: software, amount: 60, wp_id: W2}
    - {category: testing, amount: 50, wp_id: W2}
    - {category: safety, amount: 36, wp_id: W2}
    # W3 场景上线与运营 528
    - {category: personnel, amount: 170, wp_id: W3}
    - {category: equipment, amount: 130, wp_id: W3}
    - {category: compute, amount: 90, wp_id: W3}
    - {category: safety, amount: 26, wp_id: W3}
    - {category: travel, amount: 12, wp_id: W3}
    - {category: indirect, amount: 40, wp_id: W3}
    - {category: contingency, amount: 60, wp_id: W3}
    # W4 组织转型与推广 212
    - {category: personnel, amount: 60, wp_id: W4}
    - {category: training, amount: 7.2, wp_id: W4}
    - {category: software, amount: 96.8, wp_id: W4}      # 智能质检与排班系统
    - {category: travel, amount: 8, wp_id: W4}
    - {category: indirect, amount: 20, wp_id: W4}
    - {category: contingency, amount: 20, wp_id: W4}
  sources:
    - {kind: self, amount: 1160, status: secured, evidence: EV-23}
    - {kind: bank_loan, amount: 200, status: committed, evidence: EV-24}
    - {kind: partner_in_kind, amount: 90, status: committed, evidence: EV-25}
  annual:
    - {year: 2026, amount: 95}
    - {year: 2027, amount: 980}
    - {year: 2028, amount: 375}
  risk_sharing:
    - instrument: insurance
      bearer: 东湖财产保险有限公司
      covers_risk_ids: [R1, R3, R7]
      cover_cny_wan: 300
      terms: EV-26
  cashflow:                        # 收入为业务条线内部结算与合作机构服务费
    - {year: 2027, income_cny_wan: 480, opex_cny_wan: 760}
    - {year: 2028, income_cny_wan: 1512, opex_cny_wan: 1300}
    - {year: 2029, income_cny_wan: 1944, opex_cny_wan: 1490}
  unit_price_cny: 12
  unit_cost_cny: 9.2
  price_basis_zh: 按客户每年12元结算，2029年服务162万客户；现行内部结算价为每客户每年17.4元

# ================================================================ 十五、实施计划

plan:
  work_packages:
    - id: W1
      name_zh: 数据治理与知识库建设
      lead: applicant
      start: 2026-12-01
      end: 2027-06-30
      budget_cny_wan: 204
      outputs: [三套行业专识数据集, 条款与服务知识库, 数据版本与血缘台账]
    - id: W2
      name_zh: 模型研发与安全测试
      lead: P1
      start: 2026-12-15
      end: 2027-10-31
      budget_cny_wan: 506
      outputs: [对话智能体, 初核评分模型, 安全测试报告]
    - id: W3
      name_zh: 场景上线与运营
      lead: applicant
      start: 2027-03-01
      end: 2028-05-31
      budget_cny_wan: 528
      outputs: [三地上线, 合作机构接口, 服务标准方案]
    - id: W4
      name_zh: 组织转型与推广
      lead: P2
      start: 2026-12-01
      end: 2028-03-31
      budget_cny_wan: 212
      outputs: [智能质检与排班系统, 组织优化方案, 管理人员研修成果]
  milestones:
    - id: N1
      wp_id: W1
      due: 2027-03-31
      kind: normal
      accept_zh: 三套数据集合计≥29万条入库并完成版本与血缘登记，抽检准确率≥96%，R3脱敏控制验收
      kpi_ids: [K3]
    - id: N2
      wp_id: W4
      due: 2027-04-15
      kind: first_training
      accept_zh: 30名管理人员结业率≥95%
      kpi_ids: [K2]
    - id: N3
      wp_id: W2
      due: 2027-05-20
      kind: normal
      accept_zh: 第三方安全测试注入拦截≥95%、幻觉率≤2%，R1、R2控制措施验收，伦理审查意见3项条件全部关闭
      kpi_ids: [K3]
    - id: N4
      wp_id: W3
      due: 2027-06-30
      kind: go_live
      accept_zh: 武汉日间渠道上线，首问流量≥40%，R7双机房切换演练≤3分钟
      kpi_ids: [K2, K3]
    - id: N5
      wp_id: W2
      due: 2027-10-15
      kind: normal
      accept_zh: 对话任务完成率≥82%，初核AUC≥0.89，复测通过率不降低
      kpi_ids: [K3]
    - id: N6
      wp_id: W3
      due: 2027-11-30
      kind: go_live
      accept_zh: 三地夜间渠道上线，转接成功率≥99%
      kpi_ids: [K2]
    - id: N7
      wp_id: W4
      due: 2028-02-28
      kind: normal
      accept_zh: 智能质检覆盖100%会话，排班系统在3个中心启用，人工成本指数≤45
      kpi_ids: [K1]
    - id: N8
      wp_id: W3
      due: 2028-05-20
      kind: acceptance
      accept_zh: 一次解决率≥88%，净推荐值≥52，人工成本指数≤30
      kpi_ids: [K1, K3, K4]
  open_issues:
    - issue_zh: 合作机构接口涉及的客户授权口径需与监管部门确认
      counterpart: 国家金融监督管理总局湖北监管局
      proposal_zh: 2027年一季度提交备案说明，先以不含客户信息的条款接口试用

# ================================================================ 十六、治理

governance:
  body:
    name: 智能服务治理委员会
    members: [T1, T7, T9, T11, T12, P1, P2]
    charter: EV-29
    meets_per_year: 6
  review:
    interval_months: 6
    change_triggers_zh: [模型或提示词版本更新, 法律法规、监管规定或国家标准变更, 发生III级及以上事件, 条款批量更新]
    regulator_contact: 国家金融监督管理总局湖北监管局消费者权益保护处
  stakeholders:
    - group: 车险与家财险客户代表
      how_zh: 三地各一场座谈，46人参加，提出首句即可转人工的要求，已写入告知文本
      when: 2026-09-12
    - group: 消费者权益保护监督员
      how_zh: 试听灰度录音120段并书面反馈
      when: 2027-05-10
    - group: 合作代理机构
      how_zh: 接口需求说明会，14家参加
      when: 2026-09-19
  ethics:
    required: true
    reason_zh: 智能体与自然人直接对话，且初核分值影响客户赔款时效，属于应当审查的活动
    body: own
    opinion: EV-18
    date: 2026-10-12

# ================================================================ 佐证材料

evidence:
  - id: EV-01
    title_zh: 2025年客户服务质量与投诉分析报告
    kind: report
    issuer: 客户服务部与消费者权益保护部
    issued_on: 2026-03-18
    sha256: "2ed0cac7e1eb915bcee7626f6e868799e3f2efd3be684ab1fbcbece4d2548a95"
  - id: EV-02
    title_zh: 联合申报与任务分工协议（言序智能）
    kind: contract
    issuer: 双方
    issued_on: 2026-09-15
    sha256: "877078309d3daa0ca26dac06e0967160fe752d3701b80376401b8ac03c994551"
  - id: EV-03
    title_zh: 联合申报与任务分工协议（新程培训）
    kind: contract
    issuer: 双方
    issued_on: 2026-09-16
    sha256: "c332b6a6f340ba348d6beaba1e784d49d251a8067cf931eeb92629cb32bee795"
  - id: EV-04
    title_zh: 软件著作权登记证书（条款约束生成与引用校验系统）
    kind: ip
    issuer: 中国版权保护中心
    issued_on: 2026-04-09
    number: "2026SR0418823"
    sha256: "7efaa6baad3802371ad2faf8d4f41828866cb94172706fb2af5a55f4d155a360"
  - id: EV-05
    title_zh: 发明专利证书（人机接管调度方法）
    kind: ip
    issuer: 国家知识产权局
    issued_on: 2025-12-05
    number: "ZL202410000321.7"
    sha256: "27b0814046a9c8b89ac0a6bc548b328f738a45c0b67f3896c94f4df8b33032c5"
  - id: EV-06
    title_zh: 客服对话采集、单独同意与脱敏处理记录
    kind: report
    issuer: 客户服务部
    issued_on: 2026-08-19
    sha256: "0beb8e23b2ba0b6dbdef9916830e781d68be8123335c39fec1cfc2cc3e4e6589"
  - id: EV-07
    title_zh: 条款与理赔问答改写与版本记录
    kind: report
    issuer: 消费者权益保护部
    issued_on: 2026-08-30
    sha256: "948138b173fb98aee684ad595a55c55feee9d22259e62207a3b159ac183385cd"
  - id: EV-08
    title_zh: 小额案件数据提取与脱敏审批单
    kind: report
    issuer: 理赔管理部
    issued_on: 2026-08-26
    sha256: "11a7545768fb5616393a2262a5ab3e644198072a8a5724d393c4a0d04d5e5f8d"
  - id: EV-09
    title_zh: 条款与知识文档权属清单
    kind: report
    issuer: 法律合规部
    issued_on: 2026-09-02
    sha256: "e41aba7fa2f8d6a51deccf59f8b31066306bc672836c893b46eb3fb4c5a26c19"
  - id: EV-10
    title_zh: 客户服务协议与个人信息保护政策
    kind: policy
    issuer: 申报单位
    issued_on: 2026-01-15
    number: "HJ-PI-2026-03"
    sha256: "73138c46383e0c5e8461243507a06d93251c8bdc07aead5d0db24c39d0a88a97"
  - id: EV-11
    title_zh: 对话模型与系统卡
    kind: report
    issuer: 数智化转型办公室
    issued_on: 2026-10-13
    sha256: "ef720ad063c691f09fdef42338665b9aa84885e68098a1b00c3a302c4484e28f"
  - id: EV-12
    title_zh: 初核评分模型卡
    kind: report
    issuer: 数智化转型办公室
    issued_on: 2026-10-13
    sha256: "33da85da82ac6211b9bc850f76ddda1c952a83337d340a1dfed3f533fc41a30d"
  - id: EV-13
    title_zh: 个人信息保护影响评估报告
    kind: report
    issuer: 法律合规部
    issued_on: 2026-09-28
    sha256: "5d96db4ade613823fd1f50f560f9e515b7512a329f19808d6c6fa4b1dd4f5c15"
  - id: EV-14
    title_zh: 智能客服突发事件应急预案
    kind: policy
    issuer: 申报单位
    issued_on: 2026-08-31
    number: "HJ-ER-2026-11"
    sha256: "e201b5ecedf844f6424487cc4fde2c8b75dab6b9a5446f2aa7636f3c370d72b9"
  - id: EV-15
    title_zh: 7×24小时安全运营服务合同
    kind: contract
    issuer: 武汉江盾信息安全服务有限公司
    issued_on: 2026-09-08
    sha256: "07bd51ecc2c59bc122c6fb728db09d61718ffc279ef1341cafc13599bd577065"
  - id: EV-16
    title_zh: 智能客服用户说明（用途、限制与转人工方式）
    kind: other
    issuer: 客户服务部
    issued_on: 2026-10-08
    sha256: "2740c0f95527c9ab00bbddaa0a9107236de240ed4abc5d990a62523304372c98"
  - id: EV-17
    title_zh: 软件物料清单
    kind: report
    issuer: 武汉言序智能科技有限公司
    issued_on: 2026-10-14
    sha256: "37c995a0eadfb460572a553b165b78fc94e560dcd89484f0904f6842cafd10ca"
  - id: EV-18
    title_zh: 科技伦理审查意见
    kind: report
    issuer: 公司科技伦理委员会
    issued_on: 2026-10-12
    number: "HJ-KJLL-2026-09"
    sha256: "0e56015de0e190bf658162479a585488643cd11907b7598ce1f21eb9d82e86cd"
  - id: EV-19
    title_zh: 管理人员研修大纲
    kind: other
    issuer: 衡江商学院
    issued_on: 2026-09-28
    sha256: "70169440b0999e079323d37c91c5f93f88651bb810d345580afe13e44852d912"
  - id: EV-20
    title_zh: 合作机构开放接口文档
    kind: other
    issuer: 数智化转型办公室
    issued_on: 2026-09-30
    sha256: "b37c2f03d474e04dc34ff1008fac652d8d8077ef396f86911929f049e30e87f0"
  - id: EV-21
    title_zh: 知识产权归属与收益约定
    kind: contract
    issuer: 三方
    issued_on: 2026-09-16
    sha256: "8f3568bcac068fceb068fbf3cf7ebf6198c02e64f9924d466c2de5388aceb948"
  - id: EV-22
    title_zh: 校企联合实验室与实习协议
    kind: contract
    issuer: 江夏理工大学
    issued_on: 2026-06-25
    sha256: "43601fbcc9b9ec463e73f50681a2297865f5f86feb346a2bd64849d9b6ae493a"
  - id: EV-23
    title_zh: 自筹资金董事会决议与存款证明
    kind: certificate
    issuer: 江汉商业银行武汉分行
    issued_on: 2026-10-16
    number: "JH-WH-20261016-27"
    sha256: "135e23040b9c4699b39de5bbb20deb7ee3bff0dbc2ff0a9d384ca6e72137df0a"
  - id: EV-24
    title_zh: 项目贷款授信意向书
    kind: letter
    issuer: 长江城市银行
    issued_on: 2026-10-09
    sha256: "34da2387791423336f901979c6435d0685b71f55f40f746cffb72e0f7db2d581"
  - id: EV-25
    title_zh: 实物投入确认函
    kind: letter
    issuer: 武汉言序智能科技有限公司
    issued_on: 2026-10-11
    sha256: "ba31df185ef7fd441f60126a1876545dd7666664a8c0144d70a69003f7e6e42f"
  - id: EV-26
    title_zh: 网络安全与科技责任保险投保单及条款
    kind: contract
    issuer: 东湖财产保险有限公司
    issued_on: 2026-09-20
    sha256: "237085c3e3f13ccc3c729f80cc6e2257fe0f8dcc5303e37954909ad4e4bb52a5"
  - id: EV-27
    title_zh: 智能服务接口应用意向书
    kind: letter
    issuer: 湖南湘汇保险代理有限公司
    issued_on: 2026-09-22
    sha256: "6a28dbb687d3376febd3e5f4ba442d4d706eeca1fc47b57a255ac61cd752cb85"
  - id: EV-28
    title_zh: 智能服务接口试用协议
    kind: contract
    issuer: 江西赣源保险经纪有限公司
    issued_on: 2026-09-25
    sha256: "062c097aae3a0fbdacd52b4bd68aefd29e82cc35ba4dd7cc5687dd710ba14851"
  - id: EV-29
    title_zh: 智能服务治理委员会章程
    kind: policy
    issuer: 申报单位
    issued_on: 2026-07-20
    number: "HJ-GOV-2026-05"
    sha256: "01815f06fd66551ed6a0346049e0b37b9cb2304f2e5487fad0d479d39d5d0d05"
  - id: EV-30
    title_zh: 数据集说明文档与标注规范
    kind: dataset_card
    issuer: 数据管理部
    issued_on: 2026-09-12
    sha256: "43f4908da3cdc7228c458487ad4634f97a8f120c800c54c852b2b112a0cd2714"

declarations:
  truthful: true
  no_duplicate_funding: true
  signed_on: 2026-10-21
`;export{e as default};