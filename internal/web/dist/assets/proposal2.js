var e=`# 甬陆集团 汽车零部件多工厂质检与工艺智能体 —— 申报书
# 金额单位为万元，占比单位为百分数；佐证材料均可按编号与摘要值核对原件。

apiVersion: hegui/v1
kind: Proposal

meta:
  call_id: ZJ-AI-2026-021
  submitted_on: 2026-10-20
  language: zh
  confidentiality: internal

# ================================================================ 一、项目概况

project:
  id: f01-excellent-auto-parts
  title_zh: 汽车零部件多工厂质检与工艺智能体
  title_en: "Inspection model and process agent for an auto-parts group with several plants"
  summary_zh: "本项目在申报单位宁波北仑、慈溪、台州玉环、湖州长兴四个工厂的14条产线部署缺陷检测模型与工艺智能体，\\
    并向产业链上的中小供应商开放协同质检服务。检测模型0.3B，由自有与三家供应商的50.6万张缺陷图像训练；\\
    工艺智能体以14B开源基座微调，依据缺陷与工艺窗口给出参数建议，由工艺人员授权后执行。\\
    项目已完成岗位影响评估与职代会协商，96名检验员转岗58人、转训38人，无人离岗。\\
    三家联合单位中有两家小型企业，按约定取得数据收益并分配经费。代码、权重、评测代码与模型卡随项目开源。\\
    周期24个月，先北仑、再四厂、后供应链，以漏检率、人均日检测件数、换型调机时间等八项指标由第三方或客户验收。"
  type: application
  ai_plus_domain: industry
  sector_gb4754: C36
  stage: pilot
  trl:
    current: 6
    target: 8
  region:
    province_gb2260: "330000"
    city_gb2260: "330200"
  start: 2026-12-01
  end: 2028-11-30
  problem:
    statement_zh: "2025年集团四个工厂共检出并返工零部件213万件，仍有1.06万件缺陷件流入整车厂，外部质量索赔2740万元；\\
      96名检验员每人每班目检约1180件，连续作业两小时后漏检率由0.31%升至0.58%；\\
      换型调机平均46分钟，其中31分钟用于反复试件，工艺参数主要凭少数老师傅经验，异地工厂难以复用。"
    affected_people: 4200
    evidence: [EV-01]
  policy_alignment:
    - clause_id: L17-S3
      contribution_zh: 在压铸、机加、注塑、装配四类产线同时改造检验与工艺两个环节，以人均检测件数和调机时间衡量生产率变化
      kpi_ids: [K2, K4]
    - clause_id: L19-S2
      contribution_zh: 建成三套零部件缺陷行业专识数据集，与供应商约定持有、使用、经营三项权利和72比14比14的收益分成
      kpi_ids: [K1, K3]
    - clause_id: L21-S2
      contribution_zh: 先评估、先协商、先培训，再上线；96名检验员全部转岗或转训，另为310名一线与工艺人员开设智能体使用课程
      kpi_ids: [K7]
    - clause_id: L20-S5
      contribution_zh: 由小型企业牵头一项任务，中小企业经费占14%，账期45天，向至少40家供应商开放检测接口
      kpi_ids: [K8]

# ================================================================ 二、申报单位与联合单位

applicant:
  name: 浙江甬陆汽车零部件集团股份有限公司
  uscc: 91330200MA2GT47Q11
  org_type: private
  size: large
  employees: 4200
  revenue_cny_wan: 310000
  sector_gb4754: C36
  contact:
    name: 智能制造推进办公室
    role: 项目联络人
    email: ai-project@yonglu.example.invalid

partners:
  - id: P1
    name: 浙东智能制造与检测技术研究院
    uscc: 12330200419538264N
    org_type: public_institution
    size: na
    employees: 310
    revenue_cny_wan: 12400
    role_zh: 牵头任务二，承担模型研发、安全测试与开源社区维护；作为示范主体组织参观开放与标准评测
    budget_cny_wan: 432
    agreement: EV-02
  - id: P2
    name: 余姚舜拓精密压铸有限公司
    uscc: 91330281MA2H5XK35T
    org_type: private
    size: small                 # 从业人员不足300人，营业收入虽超2000万元仍为小型
    employees: 64
    revenue_cny_wan: 5860
    role_zh: 提供压铸缺陷图像，牵头任务四供应链协同，在本厂两条压铸线试用并带动同类供应商接入
    budget_cny_wan: 288
    agreement: EV-03
  - id: P3
    name: 宁海缑源精密塑件有限公司
    uscc: 91330226MA283RW796
    org_type: private
    size: small
    employees: 88
    revenue_cny_wan: 6350
    role_zh: 提供注塑外观缺陷图像，参加任务一的判级图谱编制和任务四的注塑工位试用
    budget_cny_wan: 216
    agreement: EV-04

# ================================================================ 三、应用场景

scenarios:
  - id: S1
    name_zh: 四厂零部件外观与内部缺陷在线检测
    description_zh: "压铸、机加、注塑、装配工位的相机与工业X光逐件成像，模型给出缺陷类别、判级和置信度。现有流程为检验员灯检目检、\\
      抽样拍X光片，每班换岗两次。项目后置信度不足或判为临界的工件进入复判工位，由复判员结论，模型不单独报废工件。"
    sites: 4
    regions: ["330206", "330282", "331083", "330522"]      # 北仑、慈溪、玉环、长兴
    users_annual: 360
    cases_annual: 1280000           # 进入复判工位的工件数
    public_facing: false
    subject: equipment
    decision_impact: significant
    autonomy_level: 2
    human_role: in_loop
    target_groups: [workers]
    value_chain: [production]
  - id: S2
    name_zh: 工艺参数智能体
    description_zh: "工艺智能体汇总检测结果、设备读数和工艺规程，对压射速度、保压时间、模温等提出调整建议并说明依据，\\
      工艺人员在终端上授权后下发。现有流程由工艺员凭经验试件调机，平均46分钟；超出工艺窗口的建议被规则层拦截。"
    sites: 4
    regions: ["330206", "330282", "331083", "330522"]
    users_annual: 240
    cases_annual: 38000
    public_facing: false
    subject: equipment
    decision_impact: significant
    autonomy_level: 3
    human_role: in_loop
    target_groups: [workers]
    value_chain: [pilot_test, production, operation]
  - id: S3
    name_zh: 供应链协同质检服务
    description_zh: "供应商用自有相机上传图像，取得判级结果和返修建议，与集团来料检验共用一套判级口径。现有流程为供应商出厂全检、\\
      集团到货再抽检，口径不一引起的争议每月约70起。使用者为供应商检验与工艺人员，约三成来自县域小微企业。"
    sites: 12
    regions: ["330200", "331083", "330522"]
    users_annual: 840
    cases_annual: 26000
    public_facing: false
    subject: organisation
    decision_impact: advisory
    autonomy_level: 2
    human_role: in_loop
    target_groups: [sme, workers]
    value_chain: [service]

# ================================================================ 四、绩效指标

kpis:
  # 基线取自第三方审定报告 EV-05，统计区间为2026年1至6月；K8为2026年9月在册数
  - id: K1
    name_zh: 缺陷漏检率
    category: quality
    unit: "%"
    direction: down
    baseline: 0.42
    baseline_date: 2026-06-30
    baseline_source: EV-05
    target: 0.12
    target_date: 2028-10-31
    method_zh: 第三方每季度抽取5000件出厂合格件复检，推算漏检缺陷件数，除以检出与漏检缺陷件数之和
    verifier: third_party
  - id: K2
    name_zh: 检验工位人均日检测件数
    category: productivity
    unit: 件/人日
    direction: up
    baseline: 1180
    baseline_date: 2026-06-30
    baseline_source: EV-05
    target: 2650
    target_date: 2028-10-31
    method_zh: 由制造执行系统统计，含复判工位在岗人日
    verifier: third_party
  - id: K3
    name_zh: 过检率
    category: quality
    unit: "%"
    direction: down
    baseline: 3.6
    baseline_date: 2026-06-30
    baseline_source: EV-05
    target: 1.5
    target_date: 2028-06-30
    method_zh: 判废件中经三坐标或剖切复核为合格的比例，每月抽300件
    verifier: customer
  - id: K4
    name_zh: 换型调机时间
    category: productivity
    unit: 分钟/次
    direction: down
    baseline: 46
    baseline_date: 2026-05-31
    baseline_source: EV-05
    target: 28
    target_date: 2028-08-31
    method_zh: 自停机换模至连续五件首检合格的平均时间，取14条产线全部换型记录
    verifier: third_party
  - id: K5
    name_zh: 压铸单件能耗
    category: energy
    unit: kWh/件
    direction: down
    baseline: 1.84
    baseline_date: 2026-06-30
    baseline_source: EV-05
    target: 1.62
    target_date: 2028-10-31
    method_zh: 压铸单元分表电量除以合格件产量，剔除停产日
    verifier: third_party
  - id: K6
    name_zh: 千件质量损失
    category: cost
    unit: 元/千件
    direction: down
    baseline: 386
    baseline_date: 2026-06-30
    baseline_source: EV-05
    target: 240
    target_date: 2028-10-31
    method_zh: 返工、报废、索赔三项金额合计除以产量，财务部出具、会计师抽核
    verifier: third_party
  - id: K7
    name_zh: 转岗转训人员六个月在岗率
    category: employment
    unit: "%"
    direction: up
    baseline: 82
    baseline_date: 2026-06-30
    baseline_source: EV-05
    target: 92
    target_date: 2028-07-31
    method_zh: 人力系统在册记录，工会逐人核对；基线为2025年自动化改造转岗人员
    verifier: third_party
  - id: K8
    name_zh: 接入协同质检的中小供应商数
    category: inclusion
    unit: 家
    direction: up
    baseline: 3
    baseline_date: 2026-09-15
    baseline_source: EV-05
    target: 42
    target_date: 2028-10-31
    method_zh: 签约且当月调用不少于200次的企业数，由研究院核验
    verifier: third_party

# ================================================================ 五、创新与转化

innovation:
  core_components:
    - name_zh: 小样本缺陷增量检测与难例回流组件
      origin: self_developed
      evidence: [EV-15, EV-16]
    - name_zh: 工业相机与X光采集驱动
      origin: licensed
      evidence: [EV-17]
  translation:
    stages:
      - name: pilot
        site: 北仑工厂压铸三线
        due: 2027-04-30
        trl: 6
        exit_zh: 连续20个班次漏检率≤0.25%，过检率≤3%
      - name: first_site
        site: 北仑工厂五条产线
        due: 2027-06-30
        trl: 7
        exit_zh: 在线检测覆盖五条产线100%工件，智能体建议采纳率≥60%
      - name: replication
        site: 慈溪、玉环、长兴三厂九条产线
        due: 2027-12-20
        trl: 8
        exit_zh: 三厂漏检率与北仑相差不超过0.05个百分点，新产线适配不超过15个工作日
      - name: scale
        site: 供应商12个点位
        due: 2028-08-31
        trl: 8
        exit_zh: 12个点位连续运行60天，月可用性≥99.5%
    replication_sites: 12
    adopters:
      - name: 余姚舜拓精密压铸有限公司
        agreement: EV-28
      - name: 慈溪杭湾铝部件有限公司
        agreement: EV-29
  ai_native:
    claimed: true
    role_of_ai_zh: "参数建议由智能体根据当班缺陷分布、设备读数和工艺规程实时推理得出，判级口径随难例回流持续更新；\\
      规则表只负责拦截越界，不产生建议"
    without_ai_effect_zh: "没有智能体，协同质检只剩图像上传和人工判图，供应商当班得不到判级与返修建议，\\
      该项服务无法成立；四厂调机退回逐件试错，异地工厂也无法共用判级口径"
    new_offering_zh: 面向中小供应商的按账号订阅协同质检服务，每账号每年1.2万元，2030年目标1440个账号
    revenue_share_pct: 46           # 项目第三年收入中来自协同质检订阅的比例

# ================================================================ 六、数据

data:
  need:
    task_zh: 汽车零部件缺陷分类与判级，兼作工艺处置建议的依据
    required_records: 480000
    derivation_zh: "按2026年二季度学习曲线，每类缺陷样本由2.5万增至3.5万时宏平均F1只再提高0.4个百分点，取每类3.2万；\\
      六类缺陷、两种成像共需38.4万张，另加无缺陷样本9.6万张，合计48万张。现有三套数据集共51.56万张，无缺口。"

  datasets:
    - id: D1
      name_zh: 2024-2026-浙江-汽车制造业-零部件缺陷图像-检测
      tier: industry_specialist
      purpose: [finetune, eval]
      source: collected
      source_detail_zh: 申报单位四个工厂14条产线的工业相机与X光机于2024年5月至2026年8月采集，附缺陷类别、判级和处置短句
      licence_spdx: LicenseRef-internal
      licence_evidence: [EV-06]
      rights:
        hold: [applicant]
        use: [applicant, P1]
        operate: [applicant]
        valid_to: 2031-08-31
        restrictions_zh: 原始图像不出集团专网，训练所得权重可按项目开源方案发布
      records: 420000
      volume_gb: 5200
      modalities: [image]
      time_start: 2024-05-06
      time_end: 2026-08-31
      update_freq: daily
      regions: ["330206", "330282", "331083", "330522"]
      strata:
        # 产线
        - {dimension: device, name: 压铸线, share_pct: 38, target: true}
        - {dimension: device, name: 机加线, share_pct: 33, target: true}
        - {dimension: device, name: 注塑线, share_pct: 17, target: true}
        - {dimension: device, name: 装配线, share_pct: 12, target: true}
        # 缺陷
        - {dimension: defect, name: 气孔, share_pct: 23, target: true}
        - {dimension: defect, name: 裂纹, share_pct: 13, target: true}
        - {dimension: defect, name: 划伤, share_pct: 18, target: true}
        - {dimension: defect, name: 缺料, share_pct: 11, target: true}
        - {dimension: defect, name: 尺寸超差, share_pct: 11, target: true}
        - {dimension: defect, name: 冷隔, share_pct: 4, target: true, mitigation_zh: "训练时加权采样，冷隔单列召回率不低于93%，2027年一季度前再补采6000张"}
        - {dimension: defect, name: 无缺陷, share_pct: 20, target: true}
        # 班次
        - {dimension: other, name: 白班, share_pct: 56, target: true}
        - {dimension: other, name: 夜班, share_pct: 44, target: true}
      split: {train: 370000, val: 25000, test: 25000}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-11
        sections: [basic_info, content_features, construction, application, limitations, maintenance]
      quality:
        - dimension: normativity
          value_pct: 99.4
          target_pct: 99
          method_zh: 字段、编码与文件命名按格式要求全量脚本校验
          sample_n: 420000
          measured_on: 2026-09-10
        - dimension: completeness
          value_pct: 98.6
          target_pct: 98
          method_zh: 图像、产线、模具号、判级四项齐备的记录占比
          sample_n: 420000
          measured_on: 2026-09-10
        - dimension: accuracy
          value_pct: 97.3
          target_pct: 97
          method_zh: 分层抽样后由未参与标注的质量工程师复判类别与判级
          sample_n: 4200
          measured_on: 2026-09-16
        - dimension: consistency
          value_pct: 97.9
          target_pct: 97
          method_zh: 判级结论与制造执行系统处置单逐条比对
          sample_n: 4200
          measured_on: 2026-09-17
        - dimension: timeliness
          value_pct: 96.1
          target_pct: 96
          method_zh: 成像至入库不超过24小时的记录占比
          sample_n: 420000
          measured_on: 2026-09-10
        - dimension: accessibility
          value_pct: 99.1
          target_pct: 99
          method_zh: 训练环境按授权读取的成功率，连测七日
          sample_n: 4200
          measured_on: 2026-09-18
      annotation:
        needed: true
        guideline: EV-13
        annotators: 22
        experts: 4                # 探伤二级以上工程师，负责裂纹与冷隔裁定
        person_days: 2360
        double_pct: 12
        agreement_metric: kappa
        agreement_value: 0.86
        accuracy_pct: 97.3
        sampled_n: 4200
      synthetic:
        share_pct: 0
      validation:
        metric: 缺陷分类宏平均F1(%)
        without: 81.6
        with: 92.3
        test_set_id: D3
        decontaminated: true       # 按模具号与生产批次划分，感知哈希去重
      pi:
        contains: true             # 处置记录中的检验员工号，假名化
        sensitive: false
        subjects: 412
        minors: false
        legal_basis: contract
        deidentified: pseudonymised
        retention_days: 730
      level: general
      cross_border:
        planned: false

    - id: D2
      name_zh: 2025-2026-宁波-汽车制造业-供应商缺陷图像-检测
      tier: industry_specialist
      purpose: [finetune, eval]
      source: agreement
      source_detail_zh: 舜拓压铸、缑源塑件与集团控股的北仑铸造子公司三家供应商按协议提供，子公司部分的权利由集团统一持有
      licence_spdx: LicenseRef-contract-EV-07
      licence_evidence: [EV-07, EV-08, EV-09]
      rights:
        hold: [applicant, P2, P3]
        use: [applicant, P1, P2, P3]
        operate: [applicant]
        valid_to: 2030-05-31
        restrictions_zh: 限缺陷检测用途；供应商可随时查询调用记录，原图不转交其他供应商，允许发布训练所得权重
      records: 86000
      volume_gb: 740
      modalities: [image]
      time_start: 2025-03-01
      time_end: 2026-07-31
      update_freq: monthly
      regions: ["330281", "330226", "330206"]
      strata:
        - {dimension: device, name: 供应商压铸单元, share_pct: 51, target: true}
        - {dimension: device, name: 供应商注塑单元, share_pct: 34, target: true}
        - {dimension: device, name: 子公司重力铸造单元, share_pct: 15, target: true}
        - {dimension: defect, name: 气孔与缩松, share_pct: 29, target: true}
        - {dimension: defect, name: 裂纹与冷隔, share_pct: 16, target: true}
        - {dimension: defect, name: 缩水与银纹, share_pct: 24, target: true}
        - {dimension: defect, name: 合格件, share_pct: 31, target: true}
        - {dimension: region, name: 余姚, share_pct: 44, target: true}
        - {dimension: region, name: 宁海, share_pct: 34, target: true}
        - {dimension: region, name: 北仑, share_pct: 22, target: true}
      split: {train: 75000, val: 5500, test: 5500}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-12
        sections: [basic_info, content_features, construction, application]
      quality:
        - dimension: normativity
          value_pct: 98.2
          target_pct: 98
          method_zh: 与D1同一套脚本核对命名和编码，不合格退回供应商
          sample_n: 86000
          measured_on: 2026-09-11
        - dimension: completeness
          value_pct: 97.4
          target_pct: 97
          method_zh: 模具号和材料牌号均已填写的图像占比
          sample_n: 86000
          measured_on: 2026-09-11
        - dimension: accuracy
          value_pct: 96.7
          target_pct: 96
          method_zh: 研究院随机调取实物剖切，与图像标签对照
          sample_n: 1800
          measured_on: 2026-09-19
        - dimension: consistency
          value_pct: 96.9
          target_pct: 96
          method_zh: 三家供应商对同一组样件的判级口径交叉核对
          sample_n: 1200
          measured_on: 2026-09-19
        - dimension: timeliness
          value_pct: 96.4
          target_pct: 95
          method_zh: 每月十日前交付上月图像的批次占比
          sample_n: 86000
          measured_on: 2026-09-11
        - dimension: accessibility
          value_pct: 98.8
          target_pct: 98
          method_zh: 供应商门户与训练环境两端抽样下载成功率
          sample_n: 1000
          measured_on: 2026-09-18
      annotation:
        needed: true
        guideline: EV-13
        annotators: 9
        experts: 2
        person_days: 540
        double_pct: 20
        agreement_metric: kappa
        agreement_value: 0.82
        accuracy_pct: 96.7
        sampled_n: 1800
      synthetic:
        share_pct: 0
      validation:
        metric: 供应商工件宏平均F1(%)
        without: 84.9
        with: 91.8
        test_set_id: D3
        decontaminated: true
      pi:
        contains: false
        exclusion_zh: 相机视野仅含工件与夹具，交付前剔除任何含人手、人脸的画面，入库时再检测一次，工号字段不采集
      level: general
      cross_border:
        planned: false

    - id: D3
      name_zh: 2026-浙江-汽车制造业-零部件缺陷盲测图像-评测
      tier: industry_specialist
      purpose: [eval]
      source: collected
      source_detail_zh: 由研究院在四个工厂的产线与来料检验处独立抽样成像，样件封存备查，不参与任何训练
      licence_spdx: LicenseRef-internal
      licence_evidence: [EV-10]
      rights:
        hold: [applicant]
        use: [applicant, P1]
        operate: [applicant]
        valid_to: 2031-09-15
        restrictions_zh: 封存评测集，仅评测岗可读，答案由研究院保管
      records: 9600
      volume_gb: 118
      modalities: [image]
      time_start: 2026-06-01
      time_end: 2026-09-12
      update_freq: yearly
      regions: ["330200", "331083", "330522"]
      strata:
        - {dimension: device, name: 压铸工位, share_pct: 40, target: true}
        - {dimension: device, name: 机加工位, share_pct: 30, target: true}
        - {dimension: device, name: 注塑工位, share_pct: 20, target: true}
        - {dimension: device, name: 装配工位, share_pct: 10, target: true}
        - {dimension: defect, name: 内部缺陷, share_pct: 37, target: true}
        - {dimension: defect, name: 外观缺陷, share_pct: 41, target: true}
        - {dimension: defect, name: 无缺陷对照, share_pct: 22, target: true}
      split: {train: 0, val: 0, test: 9600}
      format_standard: TC609-5-2025-02
      docs:
        datasheet: EV-12
        sections: [basic_info, content_features, construction, application]
      quality:
        - dimension: normativity
          value_pct: 99.2
          target_pct: 99
          method_zh: 评测平台导入时逐张核对格式
          sample_n: 9600
          measured_on: 2026-09-21
        - dimension: completeness
          value_pct: 98.9
          target_pct: 98
          method_zh: 样件封存号可追溯到实物的占比
          sample_n: 9600
          measured_on: 2026-09-21
        - dimension: accuracy
          value_pct: 98.4
          target_pct: 98
          method_zh: 两名探伤人员背对背判读，分歧件做工业CT裁定
          sample_n: 960
          measured_on: 2026-09-24
        - dimension: consistency
          value_pct: 97.6
          target_pct: 97
          method_zh: 间隔两周由同一人重复判读的符合率
          sample_n: 960
          measured_on: 2026-10-08
        - dimension: timeliness
          value_pct: 97.1
          target_pct: 96
          method_zh: 样件为近六个月内在产型号的占比
          sample_n: 9600
          measured_on: 2026-09-21
        - dimension: accessibility
          value_pct: 98.5
          target_pct: 98
          method_zh: 评测服务器按次授权调用成功率
          sample_n: 500
          measured_on: 2026-09-22
      annotation:
        needed: true
        guideline: EV-13
        annotators: 4
        experts: 3
        person_days: 130
        double_pct: 100
        agreement_metric: kappa
        agreement_value: 0.91
        accuracy_pct: 98.4
        sampled_n: 960
      synthetic:
        share_pct: 0
      pi:
        contains: false
        exclusion_zh: 样件在封闭成像箱内拍摄，画面没有人员，不登记操作者姓名或工号
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
    mode: conditional
    platform: 浙江省工业数据专区（签约供应商与研究机构按协议申请使用脱敏样本）
  benefit_sharing:
    method: contribution_share
    parties:
      - party: applicant
        role: 采集、标注、运营与市场推广
        basis_zh: 提供D1全部42万张与D2子公司部分，承担标注与平台费用，按有效样本与投入折算
        share_pct: 72
      - party: P2
        role: 压铸图像提供与样件复核
        basis_zh: 提供D2中3.8万张有效图像及实物样件，按有效样本量与稀缺度系数折算
        share_pct: 14
      - party: P3
        role: 注塑图像提供与判级图谱编制
        basis_zh: 提供D2中2.9万张有效图像，并投入判级图谱编制工时
        share_pct: 14
    agreement: EV-14
    settlement_months: 6
    audit_right: true

# ================================================================ 七、模型

models:
  - id: M1
    generative: false
    recommender: false
    origin: fine_tuned
    base_model:
      name: 观澜-ViT-L
      licence: Apache-2.0
      country: CN
    params_b: 0.3
    output_modalities: [score]
    evals:
      - suite: 零部件缺陷盲测集D3
        baseline: 81.6
        value: 93.9
        target: 95.5
        date: 2026-10-09
        evaluator: third_party
        set_public: false
      - suite: 跨厂泛化评测(长兴工厂留出产线)
        baseline: 74.2
        value: 88.7
        target: 92
        date: 2026-10-10
        evaluator: third_party
        set_public: false
      - suite: 冷隔与微裂纹专项评测
        baseline: 69.5
        value: 86.3
        target: 93
        date: 2026-10-10
        evaluator: self
        set_public: false
    robustness:
      - {threat: adversarial, n: 600, pass_pct: 92.8, target_pct: 90, date: 2026-09-25}
      - {threat: ood, n: 800, pass_pct: 94.1, target_pct: 92, date: 2026-09-25}
      - {threat: drift, n: 1000, pass_pct: 93.2, target_pct: 92, date: 2026-09-27}
      - {threat: poisoning, n: 400, pass_pct: 96.5, target_pct: 95, date: 2026-09-28}
    card: EV-18
    efficiency:
      metric: 单件判级延迟ms(现行算法190)
      value: 85

  - id: M2
    generative: true
    recommender: false
    origin: fine_tuned
    base_model:
      name: 听潮-14B-Instruct
      licence: Apache-2.0
      country: CN
      filing_no: 生成式人工智能服务备案-示例2025-0932
    params_b: 14
    train_tokens_b: 0.025           # D1处置短句约2500万词元
    output_modalities: [text, action]
    evals:
      - suite: 工艺处置建议专家评测(1200例)
        baseline: 58.4
        value: 79.6
        target: 86
        date: 2026-10-12
        evaluator: third_party
        set_public: false
      - suite: 工艺规程问答评测(900题)
        baseline: 71.3
        value: 90.2
        target: 93
        date: 2026-10-12
        evaluator: third_party
        set_public: false
      - suite: 参数越界拦截仿真评测
        baseline: 88.0
        value: 98.7
        target: 99.2
        date: 2026-10-13
        evaluator: self
        set_public: false
    robustness:
      - {threat: prompt_injection, n: 900, pass_pct: 97.1, target_pct: 95, date: 2026-09-29}
      - {threat: jailbreak, n: 600, pass_pct: 97.8, target_pct: 96, date: 2026-09-29}
      - {threat: poisoning, n: 300, pass_pct: 95.7, target_pct: 95, date: 2026-09-30}
      - {threat: ood, n: 500, pass_pct: 93.4, target_pct: 92, date: 2026-09-30}
    hallucination:
      method: 逐条核对建议所引工艺规程条款与设备读数，无出处或数值不符计为幻觉；无依据时须答“建议人工试件”
      rate_pct: 1.6
      limit_pct: 3
      n: 1200
    card: EV-19
    efficiency:
      metric: 单次建议耗时秒(外部接口方案7.5)
      value: 2.4

# ================================================================ 八、安全

safety:
  risks:
    - id: R1
      category: model_algorithm
      text_zh: 微裂纹、冷隔等低频缺陷漏检，缺陷件流入整车厂
      likelihood: 3
      impact: 5
      owner: T7
      control_zh: 低置信度与关键安全件一律复判，周度盲样抽测，难例七日内回流
      residual_likelihood: 2
      residual_impact: 4
      monitor_ids: [MT1, MT2]
    - id: R2
      category: data
      text_zh: 供应商交付图像夹带错误标签或恶意样本，污染训练集
      likelihood: 2
      impact: 4
      owner: T5
      control_zh: 入库哈希登记，批次隔离三天，金标样件对照检测后方可并入
      residual_likelihood: 1
      residual_impact: 4
      monitor_ids: [MT3]
    - id: R3
      category: application
      text_zh: 工艺智能体给出越界参数，造成批量报废或设备损伤
      likelihood: 3
      impact: 4
      owner: T8
      control_zh: 规则层按工艺窗口硬拦截，工艺人员授权后才下发，首五件自动停线确认
      residual_likelihood: 1
      residual_impact: 4
      monitor_ids: [MT5]
    - id: R4
      category: content
      text_zh: 智能体编造规程条款或历史案例，误导工艺人员判断
      likelihood: 3
      impact: 3
      owner: T17
      control_zh: 建议必须附条款编号并可点开原文，查无出处时拒答
      residual_likelihood: 2
      residual_impact: 2
      monitor_ids: [MT4]
    - id: R5
      category: infrastructure
      text_zh: 边缘推理节点或车间网络中断，在线检测停摆
      likelihood: 2
      impact: 4
      owner: T14
      control_zh: 每线双节点热备，中断三分钟自动转入复判工位灯检
      residual_likelihood: 2
      residual_impact: 2
      monitor_ids: [MT6]
    - id: R6
      category: supply_chain
      text_zh: 基座模型停止维护，或采集驱动授权条件改变
      likelihood: 2
      impact: 3
      owner: T13
      control_zh: 留存权重与许可文本快照，完成一套备选基座和开源驱动的适配验证
      residual_likelihood: 2
      residual_impact: 2
    - id: R7
      category: labour
      text_zh: 96名检验员岗位变动，年龄偏大者转岗不适应，引发劳动争议
      likelihood: 3
      impact: 4
      owner: T11
      control_zh: 先培训后上线，安置岗位多于转岗人数，过渡期保留岗位工资，工会逐人跟踪
      residual_likelihood: 2
      residual_impact: 2
      monitor_ids: [MT8]
    - id: R8
      category: operation
      text_zh: 换型、换光源或模具磨损使成像分布改变，模型性能悄然下降
      likelihood: 4
      impact: 3
      owner: T15
      control_zh: 每班首件标准样校验，分布指标超限自动加大复判比例并触发再训练
      residual_likelihood: 2
      residual_impact: 3
      monitor_ids: [MT2]
    - id: R9
      category: ethics
      text_zh: 检测结果被用于对个人的不当考核或监视
      likelihood: 2
      impact: 3
      owner: T12
      control_zh: 工号假名化，统计到班组为止，考核用途须经职代会同意
      residual_likelihood: 1
      residual_impact: 2
      monitor_ids: [MT7]

  monitoring:
    metrics:
      - id: MT1
        kind: model_quality
        source: 每周盲样抽测
        comparator: gt
        threshold: 0.25
        unit: "% 漏检率"
        interval_min: 10080
        owner: T7
        channel: 质量看板与邮件
      - id: MT2
        kind: input_data
        source: 边缘节点成像统计
        comparator: gt
        threshold: 0.2
        unit: 成像分布偏移指数
        interval_min: 60
        owner: T15
        channel: 车间看板
      - id: MT3
        kind: input_data
        source: 入库校验日志
        comparator: gt
        threshold: 2
        unit: "% 异常样本"
        interval_min: 1440
        owner: T5
        channel: 企业微信
      - id: MT4
        kind: model_quality
        source: 智能体建议抽检记录
        comparator: gt
        threshold: 3
        unit: "% 无出处建议"
        interval_min: 1440
        owner: T17
        channel: 企业微信
      - id: MT5
        kind: misuse_content
        source: 规则层拦截日志
        comparator: ge
        threshold: 5
        unit: 次越界建议/班
        interval_min: 30
        owner: T8
        channel: 短信与车间广播
      - id: MT6
        kind: availability
        source: 节点心跳与接口探活
        comparator: lt
        threshold: 99.5
        unit: "% 日可用性"
        interval_min: 5
        owner: T10
        channel: 电话
      - id: MT7
        kind: complaint
        source: 工会与供应商意见台账
        comparator: ge
        threshold: 4
        unit: 件/周
        interval_min: 1440
        owner: T12
        channel: 邮件
      - id: MT8
        kind: employment
        source: 人力系统转岗台账
        comparator: lt
        threshold: 90
        unit: "% 转岗转训人员在岗率"
        interval_min: 43200
        owner: T11
        channel: 邮件并抄送工会
    coverage: 8x5
    soc_contract: EV-20             # 夜班与节假日告警由签约安全运营中心接收并电话通知值班人员
    log_retention_days: 365
    mttd_target_min: 20
    mttr_target_min: 120

  warning:
    cii: false
    levels:
      - level: I
        criteria_zh: 缺陷件流入整车厂≥5000件，或员工个人信息泄露≥400人
        respond_min: 15
        report_deadline_min: 60
        authority: cac_province
      - level: II
        criteria_zh: 流入≥1000件，或个人信息泄露≥100人，或四厂同时停检≥2小时
        respond_min: 30
        report_deadline_min: 120
        authority: cac_province
      - level: III
        criteria_zh: 流入≥200件，或个人信息泄露≥1人，或单厂停检≥2小时
        respond_min: 60
        report_deadline_min: 240
        authority: sector_regulator
      - level: IV
        criteria_zh: 周漏检率高于0.25%，或单线停检≥30分钟
        respond_min: 120
        report_deadline_min: 1440
        authority: none

  emergency:
    plan: EV-21
    kill_switch_zh: 班长在产线终端一键停用模型判级与参数下发，30秒内切回灯检与原工艺卡
    rollback_zh: 模型、阈值与工艺窗口三者同版本打包，保留最近四个版本，十五分钟内回退
    rto_min: 60
    drills_per_year: 2
    last_drill: 2026-08-28
    fallback_manual_zh: 38名转训人员保留目检资格并编入复判班组，四厂各设一个灯检工位常备，停用时按班次顶岗全检

  data_security:
    classification_done: true
    responsible: T9
    mlps_level: 2
    mlps_status: filed
    encryption: [at_rest, in_transit]
    access_control_zh: 训练环境与办公网隔离，按角色最小授权，堡垒机双因素登录，供应商只见本企业图像
    poisoning_controls_zh: 入库哈希与批次隔离，训练前后以金标样件比对，异常批次可整批剔除
    assessed_on: 2026-08-12
    next_assessment: 2028-08-12

  privacy:
    pipia_done_on: 2026-09-28       # 检验员工号交研究院共同处理，事先评估
    pipia_evidence: EV-22
    pipia_retention_years: 5
    officer: T12
    notice: EV-23
    rights_sla_days: 10
    minimisation_zh: 只保留假名化工号与班次，用于一致性核对；不采集姓名、人脸、位置

  filings:
    - kind: genai_registration
      required: false
      reason_zh: 智能体仅供集团与签约企业内部生产使用，不向境内公众提供服务
      status: none

  oversight:
    tiers:
      - {action_zh: 查询工艺规程与历史参数, tier: autonomous, irreversible: false}
      - {action_zh: 提高复判比例, tier: autonomous, irreversible: false}
      - {action_zh: 在工艺窗口内调整保压时间与模温, tier: user_authorised, irreversible: false}
      - {action_zh: 整批报废与停线, tier: user_only, irreversible: true}
    override: true
    reviewer_role: domain
    reviewers: 24                   # 四厂复判班组每班六人
    sample_review_pct: 100
    stop_min: 0.5

  supply_chain:
    sbom: EV-24
    vuln_sla_days: 14

  investment:
    budget_cny_wan: 186             # 46 + 82 + 58
    fte: 2

# ================================================================ 九、就业

employment:
  assessment:
    done_on: 2026-08-25
    method: task_exposure
    assessor: 甬江劳动关系研究中心与集团人力资源部、工会联合评估组
    scope_headcount: 170
    horizon_months: 36
    evidence: EV-25

  # 检验员96人:转岗58、转训38、离岗0，逐人落实到岗
  occupations:
    - id: O1
      title_zh: 零部件检验员
      code_cn: "6-31-03-05"
      code_isco08: "7543"
      headcount: 96
      exposure: g3
      automated_task_pct: 68
      effect: displace
      redeploy: 58
      retrain: 38
      exit: 0
      hazardous: false
      timing: 2027-12-31
    - id: O2
      title_zh: 检验班组长
      code_cn: "6-31-03-05"
      code_isco08: "3122"
      headcount: 8
      exposure: g2
      automated_task_pct: 35
      effect: transform
      redeploy: 0
      retrain: 8
      exit: 0
      hazardous: false
      timing: 2027-09-30
    - id: O3
      title_zh: 压铸与注塑工艺员
      code_cn: "2-02-07-02"
      code_isco08: "3115"
      headcount: 54
      exposure: g2
      automated_task_pct: 22
      effect: augment
      redeploy: 0
      retrain: 0
      exit: 0
      hazardous: false
      timing: 2027-12-31
    - id: O4
      title_zh: X光探伤操作工
      code_cn: "6-31-03-04"
      code_isco08: "3119"
      headcount: 12
      exposure: g1
      automated_task_pct: 18
      effect: augment
      redeploy: 0
      retrain: 0
      exit: 0
      hazardous: true               # 接触射线，自动上料后每班进入铅房次数由40次降至6次
      timing: 2027-12-31

  # 净影响:新增直接与合同岗位40个，离岗0人，净增40个
  jobs_created:
    - title_zh: 人工智能训练师
      code_cn: "4-04-05-05"
      count: 18
      kind: direct
      employer: applicant
      by: 2027-12-31
      basis_zh: 每周难例回流约1.1万张，人均周判读620张，优先从转训检验员中聘任后补充
    - title_zh: 生成式人工智能系统应用员(工艺智能体运维)
      code_cn: "4-04-05-13"
      count: 12
      kind: direct
      employer: applicant
      by: 2028-03-31
      basis_zh: 四个工厂每厂三名，负责规程更新、工艺窗口维护和班次交接
    - title_zh: 供应商驻点质检服务员
      code_cn: "4-04-05-05"
      count: 10
      kind: contract
      employer: P2
      by: 2028-08-31
      basis_zh: 按任务四约定，每名驻点人员服务四至五家供应商

  training:
    # O1、O2共104人，其中8人已持人工智能训练师三级证书，不重复培训
    - audience: affected
      occupation_ids: [O1, O2]
      trainees: 96
      hours: 48
      provider: 宁波港城职业技术学院
      target_code_cn: "4-04-05-05"
      curriculum: EV-27
      certificate: vocational_level
      completion_pct: 95
      cost_cny_wan: 38              # 82.5元/人学时，含等级认定费
      by: 2027-06-15
    - audience: all_staff
      occupation_ids: [O3, O4]
      trainees: 310
      hours: 12
      provider: 集团培训中心与研究院
      curriculum: 工艺智能体的授权、核对与停用，六讲，附四厂案例
      certificate: enterprise
      completion_pct: 90
      cost_cny_wan: 24              # 64.5元/人学时
      by: 2027-06-20

  response:
    triggers:                       # 与下方监测指标逐项对应，达到预警值即启动
      - metric_zh: 转岗人员三个月在岗率(%)
        threshold: 88
        action_zh: 两周内逐人回访，二次调岗或追加40学时培训，费用从转岗专项列支
      - metric_zh: 转训人员月收入与原岗位之比(%)
        threshold: 95
        action_zh: 过渡补贴延长三个月，并由人力资源部重新核定岗级
      - metric_zh: 涉岗位调整投诉(件/季)
        threshold: 4
        action_zh: 暂停下一批调岗，由工会牵头复核已调整人员的待遇
    redeploy_positions: 64          # 来料与出货检验22、设备点检18、仓储配送14、售后分析10
    transition_budget_cny_wan: 60   # 列入任务五人员费
    support_zh: "45岁以上和初中及以下学历的检验员共31人实行一对一带教，优先安排来料检验和设备点检；\\
      转岗过渡期六个月保留原岗位工资，通勤跨厂者另给交通补贴"
    owner: T11

  consultation:
    union: true
    date: 2026-09-05
    minutes: EV-26
    art41_applies: false            # 无人离岗，未达到劳动合同法第四十一条标准

  entrepreneurship:
    - kind: incubator
      beneficiaries: 16             # 供应链质检服务创业团队
      budget_cny_wan: 14
      period_months: 18
    - kind: open_api
      beneficiaries: 40
      budget_cny_wan: 12
      period_months: 24

  monitoring:
    indicators:
      - name_zh: 转岗人员三个月在岗率(%)
        baseline: 94
        warn: 88
      - name_zh: 转训人员月收入与原岗位之比(%)
        baseline: 102
        warn: 95
      - name_zh: 涉岗位调整投诉(件/季)
        baseline: 1
        warn: 4
    interval_months: 3
    report_to: 集团工会委员会、宁波市北仑区人力资源和社会保障局

# ================================================================ 十、开源

opensource:
  strategy: open
  artifacts:
    - id: A1
      type: code
      licence_spdx: Apache-2.0
      repo_url: "https://gitee.com/yonglu-ai/defect-increment"
      platform: gitee
      status: planned
      release_date: 2027-10-29
    - id: A2
      type: weights                 # 检测模型M1与智能体M2适配权重
      licence_spdx: Apache-2.0
      repo_url: "https://modelscope.cn/models/yonglu-ai/casting-defect-0.3b"
      platform: modelscope
      status: planned
      release_date: 2027-11-15
    - id: A3
      type: eval_code
      licence_spdx: Apache-2.0
      repo_url: "https://gitee.com/yonglu-ai/defect-bench"
      platform: gitee
      status: planned
      release_date: 2027-11-15
    - id: A4
      type: docs                    # 模型卡与评测结果
      licence_spdx: CC-BY-4.0
      repo_url: "https://gitee.com/yonglu-ai/model-cards"
      platform: gitee
      status: planned
      release_date: 2027-11-15
  openness:
    osaid_claim: false              # 训练图像含客户产品外观，不能公开
    mof_class: none
  dependencies:
    - {name: 观澜-ViT-L, licence_spdx: Apache-2.0, use: weights_base}
    - {name: 听潮-14B-Instruct, licence_spdx: Apache-2.0, use: weights_base}
    - {name: PyTorch, licence_spdx: BSD-3-Clause, use: linked}
    - {name: ONNX Runtime, licence_spdx: MIT, use: linked}
    - {name: vLLM, licence_spdx: Apache-2.0, use: linked}
    - {name: OpenCV, licence_spdx: Apache-2.0, use: linked}
  community:
    maintainers: 3
    fte: 0.8
    budget_cny_wan: 38
    contribution_terms: dco
    security_policy: true
    support_months: 36
  upstream:
    - {project: ONNX Runtime, kind: 边缘推理算子补丁, target_count: 3, by: 2028-06-30}
    - {project: vLLM, kind: 结构化参数输出问题修复, target_count: 2, by: 2028-09-30}

# ================================================================ 十一、算力

compute:
  need:
    train_gpu_hours: 46800
    derivation_zh: "检测模型每轮全量训练约1350卡时，全周期计划24轮；14B适配微调每轮约420卡时，计划20轮；\\
      另留超参搜索与消融6000卡时"
    infer_qps_peak: 190
    storage_tb: 42
    growth_zh: 产线由14条增至26条时推理量约增八成，按此预留边缘节点槽位
  sources:
    - {kind: edge, region: "330200", share_pct: 34, latency_ms_max: 120}
    - {kind: own, region: "330200", share_pct: 28, latency_ms_max: 20}
    - {kind: hub_cluster, region: "340200", share_pct: 38}      # 芜湖集群，仅离线训练

# ================================================================ 十二、普惠共享

inclusion:
  coverage:
    sites_total: 16                 # 集团4个工厂与供应商12个点位
    sites_primary: 7                # 余姚、宁海、玉环、长兴等县域点位
    beneficiaries: 1440             # 三个场景年使用人数合计
    disadvantaged_pct: 32           # 县域小微供应商一线人员461人
  sharing:
    kit: 中小供应商质检上线工具包
    free_sites: 5

# ================================================================ 十三、团队

talent:
  team:
    - {id: T1, role: [pi, product], level: leading, fte: 0.5, org: applicant}
    - {id: T2, role: [ai], level: senior, fte: 1.0, org: P1}
    - {id: T3, role: [ai], level: senior, fte: 1.0, org: applicant}
    - {id: T4, role: [domain], level: leading, fte: 0.5, org: applicant}           # 压铸首席专家
    - {id: T5, role: [data], level: senior, fte: 1.0, org: applicant}
    - {id: T6, role: [data], level: technician, fte: 1.0, org: applicant}          # 标注组长
    - {id: T7, role: [domain], level: senior, fte: 1.0, org: applicant}            # 质量工程
    - {id: T8, role: [domain], level: engineer, fte: 1.0, org: applicant}          # 工艺
    - {id: T9, role: [security], level: senior, fte: 1.0, org: applicant}
    - {id: T10, role: [security, ops], level: engineer, fte: 1.0, org: applicant}
    - {id: T11, role: [hr], level: senior, fte: 0.8, org: applicant}
    - {id: T12, role: [legal, ethics], level: senior, fte: 0.5, org: applicant}
    - {id: T13, role: [opensource, ai], level: engineer, fte: 0.8, org: P1}
    - {id: T14, role: [ops], level: technician, fte: 1.0, org: applicant}
    - {id: T15, role: [domain], level: technician, fte: 1.0, org: P2}              # 现场质检
    - {id: T16, role: [domain], level: engineer, fte: 0.8, org: P3}                # 注塑工艺
    - {id: T17, role: [ai], level: engineer, fte: 1.0, org: applicant}
  programmes:
    - kind: joint_lab
      partner: 浙东智能制造与检测技术研究院
      people: 14
      hours: 360
      by: 2028-09-30
      agreement: EV-30
    - kind: apprenticeship
      partner: 浙东工程技师学院
      people: 30
      hours: 480
      by: 2028-06-30
      agreement: EV-31

# ================================================================ 十四、应用生态

ecosystem:
  demonstration:
    owner: P1
    sites: 4
    replication_target: 6
    kit: EV-32
  tolerance:
    policy: EV-33
    issuer: 浙东智能制造与检测技术研究院理事会
    covered_zh:
      - 技术路线经评审后仍未达到预期，已按计划完成测试并如实记录
      - 指标低于目标但履行了尽职义务，偏差原因和处置过程可查
      - 试点产线因模型更换造成的短时停检，未造成缺陷件外流
    excluded_zh:
      - 造成人身伤害或产品安全事故
      - 泄露、滥用个人信息或数据安全事件
      - 弄虚作假、套取资金和其他违法行为
    decision_body: 由七名外部专家组成的项目评议委员会，项目组成员不参加表决
    stop_loss_cny_wan: 540
  openings:
    - scenario_zh: 压铸件内部缺陷判级
      owner: P1
      data_offered_zh: 提供3000张脱敏样本、判级接口沙箱和盲测评分
      eligible: all
      publish_on: 2027-09-15
      channel_url: "https://open.zdimi.example.invalid/scenarios/casting"
      slots: 12
    - scenario_zh: 换型调机参数推荐
      owner: applicant
      data_offered_zh: 开放三个机台的仿真接口与工艺窗口描述文件
      eligible: sme
      publish_on: 2028-01-20
      channel_url: "https://open.yonglu.example.invalid/scenarios/setup"
      slots: 8
  platform:
    components: [图像判级接口, 难例回流接口, 工艺窗口校验接口]
    api_docs: EV-34
    sla_pct: 99.5
    external_users: 42
  transfer:
    targets:
      - {kind: licence, count: 3, value_cny_wan: 180, by: 2028-09-30}
      - {kind: contract, count: 6, value_cny_wan: 260, by: 2028-10-31}
      - {kind: product, count: 1, value_cny_wan: 120, by: 2028-11-15}
    ip_terms: EV-35
  sme:
    budget_share_pct: 14            # (288 + 216) ÷ 3600
    payment_days: 45
    tools_opened_zh: 向中小供应商开放判级接口、判级图谱和上线工具包，首批五个点位免费使用12个月

# ================================================================ 十五、资金

finance:
  total_cny_wan: 3600
  items:
    # W1 数据集建设与治理 560
    - {category: personnel, amount: 158, wp_id: W1}
    - {category: data, amount: 264, wp_id: W1}
    - {category: software, amount: 62, wp_id: W1}       # 数据版本与血缘工具
    - {category: safety, amount: 46, wp_id: W1}
    - {category: testing, amount: 22, wp_id: W1}
    - {category: travel, amount: 8, wp_id: W1}
    # W2 模型研发、安全测试与开源 1020
    - {category: personnel, amount: 464, wp_id: W2}
    - {category: compute, amount: 188, wp_id: W2}
    - {category: software, amount: 57, wp_id: W2}
    - {category: testing, amount: 142, wp_id: W2}
    - {category: safety, amount: 82, wp_id: W2}
    - {category: opensource, amount: 38, wp_id: W2}
    - {category: travel, amount: 9, wp_id: W2}
    - {category: indirect, amount: 40, wp_id: W2}
    # W3 四厂部署 1240
    - {category: equipment, amount: 602, wp_id: W3}     # 成像单元、边缘节点、自动上料
    - {category: personnel, amount: 296, wp_id: W3}
    - {category: compute, amount: 82, wp_id: W3}
    - {category: software, amount: 52, wp_id: W3}
    - {category: safety, amount: 58, wp_id: W3}
    - {category: testing, amount: 31, wp_id: W3}
    - {category: travel, amount: 19, wp_id: W3}
    - {category: indirect, amount: 40, wp_id: W3}
    - {category: contingency, amount: 60, wp_id: W3}
    # W4 供应链协同与示范 480
    - {category: equipment, amount: 116, wp_id: W4}
    - {category: personnel, amount: 174, wp_id: W4}
    - {category: software, amount: 41, wp_id: W4}
    - {category: testing, amount: 18, wp_id: W4}
    - {category: travel, amount: 21, wp_id: W4}
    - {category: indirect, amount: 30, wp_id: W4}
    - {category: contingency, amount: 58, wp_id: W4}
    - {category: other, amount: 22, wp_id: W4}          # 开放日与接口文档
    # W5 人员转岗与技能培训 300
    - {category: personnel, amount: 134, wp_id: W5}     # 含转岗专项60
    - {category: training, amount: 62, wp_id: W5}       # 38 + 24
    - {category: other, amount: 26, wp_id: W5}          # 创业支持 14 + 12
    - {category: travel, amount: 8, wp_id: W5}
    - {category: indirect, amount: 20, wp_id: W5}
    - {category: contingency, amount: 50, wp_id: W5}
  sources:
    - {kind: self, amount: 1850, status: secured, evidence: EV-36}
    - {kind: bank_loan, amount: 750, status: committed, evidence: EV-37}
    - {kind: local_fiscal, amount: 600, status: planned}        # 本次申请
    - {kind: partner_in_kind, amount: 400, status: committed, evidence: EV-38}
  annual:
    - {year: 2026, amount: 150}
    - {year: 2027, amount: 1980}
    - {year: 2028, amount: 1470}
  risk_sharing:
    - instrument: insurance
      bearer: 甬江财产保险股份有限公司宁波分公司
      covers_risk_ids: [R1, R3, R5]
      cover_cny_wan: 400
      terms: EV-39
    - instrument: milestone_tranche
      bearer: 浙江甬陆汽车零部件集团股份有限公司
      covers_risk_ids: [R2, R8]
      cover_cny_wan: 180            # 财政资金的30%待中期和终期验收后拨付，期间由申报单位垫付
      terms: EV-40
  cashflow:                         # 2027年为内部试用，不计收入
    - {year: 2028, income_cny_wan: 468, opex_cny_wan: 640}
    - {year: 2029, income_cny_wan: 1116, opex_cny_wan: 925}
    - {year: 2030, income_cny_wan: 1728, opex_cny_wan: 1238}
  unit_price_cny: 12000
  unit_cost_cny: 8600
  price_basis_zh: 按账号每年1.2万元，2030年1440个账号；供应商现行外委X光判图人均每年约1.9万元

# ================================================================ 十六、实施计划

plan:
  work_packages:
    - id: W1
      name_zh: 数据集建设与治理
      lead: applicant
      start: 2026-12-01
      end: 2027-09-30
      budget_cny_wan: 560
      outputs: [三套行业专识数据集, 判级图谱, 数据版本与血缘台账]
    - id: W2
      name_zh: 模型研发、安全测试与开源
      lead: P1
      start: 2026-12-15
      end: 2028-06-30
      budget_cny_wan: 1020
      outputs: [检测模型, 工艺智能体, 安全测试报告, 开源代码与权重]
    - id: W3
      name_zh: 四厂部署与工艺应用
      lead: applicant
      start: 2027-03-01
      end: 2028-11-30
      budget_cny_wan: 1240
      outputs: [14条产线在线检测, 四厂智能体终端, 运行规程]
    - id: W4
      name_zh: 供应链协同与示范推广
      lead: P2
      start: 2027-07-01
      end: 2028-11-30
      budget_cny_wan: 480
      outputs: [协同质检服务, 中小供应商质检上线工具包, 多工厂质检示范材料包, 接口规范]
    - id: W5
      name_zh: 人员转岗与技能培训
      lead: applicant
      start: 2026-12-01
      end: 2028-09-30
      budget_cny_wan: 300
      outputs: [转岗台账, 技能等级证书, 就业影响季报, 创业团队16支]
  milestones:
    - id: N1
      wp_id: W1
      due: 2027-03-31
      kind: normal
      accept_zh: 三套数据集51.56万张完成版本与血缘登记，抽检准确率≥97%，冷隔补采6000张，R2入库校验上线
      kpi_ids: [K1, K3]
    - id: N2
      wp_id: W5
      due: 2027-04-20
      kind: first_training
      accept_zh: 首批48名检验员开班，出勤率≥95%，R7安置方案逐人签认率100%
      kpi_ids: [K7]
    - id: N3
      wp_id: W2
      due: 2027-05-20
      kind: normal
      accept_zh: 第三方安全测试各项通过率≥92%，R1、R3控制措施验收，伦理审查意见三项条件全部关闭
      kpi_ids: [K1]
    - id: N4
      wp_id: W3
      due: 2027-06-30
      kind: go_live
      accept_zh: 北仑五条产线上线，周漏检率≤0.25%，R8首件校验执行率≥98%，一键停用演练≤30秒
      kpi_ids: [K1, K2]
    - id: N5
      wp_id: W2
      due: 2027-11-30
      kind: normal
      accept_zh: A1至A4四项开源产物发布，外部贡献者≥6名，模型复测通过率不低于首测
      kpi_ids: [K1]
    - id: N6
      wp_id: W3
      due: 2027-12-20
      kind: go_live
      accept_zh: 四厂14条产线全部上线，换型调机时间≤36分钟，人均日检测件数≥1900件
      kpi_ids: [K2, K4]
    - id: N7
      wp_id: W5
      due: 2028-01-31
      kind: normal
      accept_zh: 96人结业率≥95%、310人结业率≥90%，58个转岗岗位到岗率≥95%，三个月在岗率≥88%
      kpi_ids: [K7]
    - id: N8
      wp_id: W4
      due: 2028-03-31
      kind: normal
      accept_zh: 上线工具包与示范材料包交付，接入供应商≥20家，举办开放日2次、接待≥150人
      kpi_ids: [K8]
    - id: N9
      wp_id: W2
      due: 2028-06-15
      kind: normal
      accept_zh: 检测模型盲测F1≥95.5%，处置建议专家评测≥86分，上游补丁合入≥3项
      kpi_ids: [K1, K3]
    - id: N10
      wp_id: W4
      due: 2028-08-31
      kind: go_live
      accept_zh: 12个供应商点位正式运行，月可用性≥99.5%，免费点位满12个月的续订率≥60%
      kpi_ids: [K8]
    - id: N11
      wp_id: W5
      due: 2028-09-10
      kind: normal
      accept_zh: 转岗转训人员六个月在岗率≥92%，创业团队接单≥16支
      kpi_ids: [K7]
    - id: N12
      wp_id: W3
      due: 2028-11-15
      kind: acceptance
      accept_zh: 漏检率≤0.12%，人均日检测件数≥2650件，单件能耗≤1.62kWh，千件质量损失≤240元，接入供应商≥42家
      kpi_ids: [K1, K2, K5, K6, K8]
  open_issues:
    - issue_zh: 整车厂对工件X光图像出厂的授权范围
      counterpart: 两家整车客户的质量部门
      proposal_zh: 2027年一季度签订补充协议，限定为去除零件号后的局部图像

# ================================================================ 十七、治理

governance:
  body:
    name: 智能质检治理委员会
    members: [T1, T7, T9, T11, T12, P1, P2]
    charter: EV-41
    meets_per_year: 6
  review:
    interval_months: 6
    change_triggers_zh:
      - 模型、基座或工艺窗口版本更新
      - 法律法规或国家、行业标准变更
      - 发生III级及以上事件
      - 新增产线或供应商类型
    regulator_contact: 宁波市经济和信息化局智能制造处
  stakeholders:
    - group: 工会与检验员代表
      how_zh: 四厂各一场座谈，听取意见63条，采纳41条，其余书面答复
      when: 2026-09-05
    - group: 供应商代表
      how_zh: 接口与判级口径说明会，27家参加，确认分成与账期
      when: 2026-09-11
    - group: 整车客户质量部门
      how_zh: 现场评审漏检抽测办法，提出关键安全件一律复判的要求并写入控制措施
      when: 2026-09-18
  ethics:
    required: true
    reason_zh: 智能体参与工艺决策且影响检验人员岗位，集团尚无伦理委员会，故委托审查
    body: entrusted                 # 委托宁波东海大学科技伦理委员会
    opinion: EV-42
    date: 2026-09-26

# ================================================================ 佐证材料

evidence:
  - id: EV-01
    title_zh: "2025年度质量损失与外部索赔分析报告"
    kind: report
    issuer: 浙东质量技术服务中心
    issued_on: 2026-03-12
    sha256: "c7c67949f5904eb69145a6a1d76c892f5b196c76fc0e8f1ace3b584f722812f7"
  - id: EV-02
    title_zh: 联合申报与任务分工协议（研究院）
    kind: contract
    issuer: 双方
    issued_on: 2026-09-02
    sha256: "dc4979bf48a775d6e98efb3998d925f40ed0a775b05a9bfc9aeac0883e2685a2"
  - id: EV-03
    title_zh: 联合申报与任务分工协议（舜拓压铸）
    kind: contract
    issuer: 双方
    issued_on: 2026-09-03
    sha256: "42d4cca37dda1c6f1ab2db763c28f15a2aabefb4d146006f255607d5b568030f"
  - id: EV-04
    title_zh: 联合申报与任务分工协议（缑源塑件）
    kind: contract
    issuer: 双方
    issued_on: 2026-09-03
    sha256: "5a1439fa95acf208e06fc650e5e3d4973ce86ec47b9d7ff1dc6e5cae1db04fee"
  - id: EV-05
    title_zh: "2026年上半年质量与生产基线审定报告"
    kind: report
    issuer: 浙诚会计师事务所
    issued_on: 2026-09-21
    sha256: "727b452b21d70e5a58272c607501f70d4d35cb3c69442e42292d7b7376538c7a"
  - id: EV-06
    title_zh: 四厂缺陷图像采集记录与设备校准台账
    kind: report
    issuer: 集团质量管理部
    issued_on: 2026-09-08
    sha256: "3002f5341bc0650dc100ecfdefabfe200f3a01404bdd516a5c86e595028b5daf"
  - id: EV-07
    title_zh: 缺陷图像提供与使用协议（舜拓压铸）
    kind: contract
    issuer: 双方
    issued_on: 2026-05-18
    sha256: "ed26831e6800c9cf249b9150c01687bc8c05dc8fd9e8a460f7a6c50ed956a8a8"
  - id: EV-08
    title_zh: 缺陷图像提供与使用协议（缑源塑件）
    kind: contract
    issuer: 双方
    issued_on: 2026-05-20
    sha256: "4e92a252cd6478fe0dd8fa76acae75e21dcb315ae589cd37abbf2a37b256f555"
  - id: EV-09
    title_zh: 子公司数据权利归集与使用授权书
    kind: contract
    issuer: 北仑铸造子公司
    issued_on: 2026-05-11
    sha256: "41232678f6ed8474f28ad8af9c063a5a41e72f63a2730be8ede406783e866437"
  - id: EV-10
    title_zh: 盲测样件抽样、成像与封存记录
    kind: report
    issuer: 浙东智能制造与检测技术研究院
    issued_on: 2026-09-15
    sha256: "d65f271ed3912ba81d6ab58aec770ee596e0c80e050dc38295838c244c4eb9b4"
  - id: EV-11
    title_zh: D1数据集说明文档
    kind: dataset_card
    issuer: 集团数据管理部
    issued_on: 2026-09-22
    sha256: "cfd5edbd5f9a9aeb6f8f6bf7675305b55ec84ec408c3a356ad7a536831ceef9a"
  - id: EV-12
    title_zh: D2与D3数据集说明文档
    kind: dataset_card
    issuer: 集团数据管理部
    issued_on: 2026-10-09
    sha256: "77a7ce79783d46b13251572eafe945db1efd7487d487d18cd5241beaa80b5592"
  - id: EV-13
    title_zh: 零部件缺陷标注规范与判级图谱V3.2
    kind: other
    issuer: 集团质量管理部
    issued_on: 2026-03-30
    sha256: "ec7e2e2935078dc8d62e5f52b58964d53d1f109e1aaecab5feec5062bd4131f4"
  - id: EV-14
    title_zh: 数据收益分配协议
    kind: contract
    issuer: 三方
    issued_on: 2026-09-18
    sha256: "ad5f4d721424ddb9c617d2e2175d3bbdf7d58a145054fb4f08a1ffc1298f2038"
  - id: EV-15
    title_zh: 发明专利证书（增量缺陷检测方法）
    kind: ip
    issuer: 国家知识产权局
    issued_on: 2025-11-14
    number: "ZL202310000746.9"
    sha256: "45d2565e919d9f855ec0dbd507ee5fe972b024ccbc9cf261ce289dca56b2dc3c"
  - id: EV-16
    title_zh: 软件著作权登记证书（难例回流系统）
    kind: ip
    issuer: 中国版权保护中心
    issued_on: 2026-04-27
    number: "2026SR0527146"
    sha256: "aba2b263adfae669a86e458f4db8eca92413bae57c748d34539b1a30f2c4115b"
  - id: EV-17
    title_zh: 工业相机与X光采集驱动许可书
    kind: licence
    issuer: 杭州景曜视觉技术有限公司
    issued_on: 2025-12-08
    sha256: "735bee61d9130e8563125c2f98767d07be620a132455d2b8b853c9d36db63b02"
  - id: EV-18
    title_zh: 检测模型卡
    kind: report
    issuer: 智能制造推进办公室
    issued_on: 2026-10-14
    sha256: "4bae067237bc284b7642b795721563e2296a85f8920c815ac0374d88d2d8968c"
  - id: EV-19
    title_zh: 工艺智能体系统与模型卡
    kind: report
    issuer: 智能制造推进办公室
    issued_on: 2026-10-15
    sha256: "2425720d4db884ab505ba6a3454013c2d326a4e515d9a1c1564d6e5dd2ee5a75"
  - id: EV-20
    title_zh: 安全运营中心非工作时段值守合同
    kind: contract
    issuer: 宁波盾海信息安全有限公司
    issued_on: 2026-08-30
    sha256: "c780301b17a7f115e3b2388970324e42240dc4e3ea6b8e8f82bbb15637cf7fe6"
  - id: EV-21
    title_zh: 在线检测与智能体突发事件应急预案
    kind: policy
    issuer: 申报单位
    issued_on: 2026-07-15
    number: "YL-ER-2026-08"
    sha256: "88ebfc483b28a0e2958f77365f0754d0aab2e7ffbdcc3a186612b6de719d80dd"
  - id: EV-22
    title_zh: 个人信息保护影响评估报告
    kind: report
    issuer: 集团法务合规部
    issued_on: 2026-09-28
    sha256: "698d53b40e627b940088aadc7665f91b809a34dac6d757b88664771fad7b538a"
  - id: EV-23
    title_zh: 员工个人信息处理告知书
    kind: policy
    issuer: 申报单位
    issued_on: 2026-04-10
    number: "YL-PI-2026-02"
    sha256: "47d48b1087f1903a7e547f06fabc62c99e55dae872cc6de512eec410ba884ebc"
  - id: EV-24
    title_zh: 软件物料清单
    kind: report
    issuer: 浙东智能制造与检测技术研究院
    issued_on: 2026-10-13
    sha256: "359554bcb9bd8890953e9345683cb6e3100861bcde4906eb2ddd840ba49a1ae1"
  - id: EV-25
    title_zh: 检验与工艺岗位就业影响评估报告
    kind: report
    issuer: 甬江劳动关系研究中心
    issued_on: 2026-08-25
    sha256: "16537ffb7963fb5fbdda032b57e9616b98179df52516f9eaabfe18633b4e812b"
  - id: EV-26
    title_zh: 职工代表大会协商会议纪要
    kind: minutes
    issuer: 集团工会委员会
    issued_on: 2026-09-05
    number: "YL-GH-2026-06"
    sha256: "59967516c70416f7fdf35272b2f960f41602040ed6d5baea8630e6b44ced357c"
  - id: EV-27
    title_zh: 检验员转型培训大纲（人工智能训练师方向）
    kind: other
    issuer: 宁波港城职业技术学院
    issued_on: 2026-09-10
    sha256: "392c3414d27260eaaad2aa021c2e166e8fc64592b302f59848d30718f8d23d81"
  - id: EV-28
    title_zh: 协同质检服务试用协议
    kind: contract
    issuer: 余姚舜拓精密压铸有限公司
    issued_on: 2026-09-12
    sha256: "8e3845c83ff1e72fc5a1f171890cc4c8e8320984f1678d5e5bd5a3d18ac32579"
  - id: EV-29
    title_zh: 协同质检服务应用意向书
    kind: letter
    issuer: 慈溪杭湾铝部件有限公司
    issued_on: 2026-09-20
    sha256: "958f57cd884635d4b810a32f289ef0ffa8843af163d76a36e39b082f3f175310"
  - id: EV-30
    title_zh: 工业视觉联合实验室共建协议
    kind: contract
    issuer: 浙东智能制造与检测技术研究院
    issued_on: 2026-06-18
    sha256: "16f1401244ef518137efc6dc8fc078026dce82d65cf780690f5792528e14642a"
  - id: EV-31
    title_zh: 现代学徒制合作协议
    kind: contract
    issuer: 浙东工程技师学院
    issued_on: 2026-06-25
    sha256: "9a69465eec529076c87be8eee7ff20e5b33be525e0cfb081903f3746b9825d15"
  - id: EV-32
    title_zh: 多工厂质检示范材料包
    kind: other
    issuer: 浙东智能制造与检测技术研究院
    issued_on: 2026-09-30
    sha256: "dee654dbd0142501dbb24d17dfab27b040343bb74af838c3d767dda669c0bad7"
  - id: EV-33
    title_zh: 应用试点容错与尽职认定办法
    kind: policy
    issuer: 浙东智能制造与检测技术研究院理事会
    issued_on: 2026-06-30
    number: "ZDIMI-2026-17"
    sha256: "e431e35a04144016649184483b1392936f08563c075932b735d2eafe7d6408cf"
  - id: EV-34
    title_zh: 开放接口文档V1.1
    kind: other
    issuer: 智能制造推进办公室
    issued_on: 2026-09-29
    sha256: "53ff64fa6ea815882b2a3c6dfed3132b452b8420aa0037cfc216107bd0b5b82f"
  - id: EV-35
    title_zh: 知识产权归属与收益约定
    kind: contract
    issuer: 四方
    issued_on: 2026-09-16
    sha256: "e2f10b3db12ff5e3e32b4694f835e97a49e8a2094fc49755b92d0c165c959b4b"
  - id: EV-36
    title_zh: 自筹资金董事会决议与存款证明
    kind: certificate
    issuer: 甬商银行北仑支行
    issued_on: 2026-10-13
    number: "YS-BL-20261013-04"
    sha256: "a2f15935fa4ed22ac366b04570d02a9f447d50069d7bdfe58f3aa631ee94a3fe"
  - id: EV-37
    title_zh: 项目贷款承诺函
    kind: letter
    issuer: 浙东发展银行宁波分行
    issued_on: 2026-10-09
    sha256: "9086e486f562db49599851bb9a90ca563d18ebda1b5f54ec942135fd9f648d7d"
  - id: EV-38
    title_zh: 设备机时与场地实物投入确认函
    kind: letter
    issuer: 浙东智能制造与检测技术研究院等三家联合单位
    issued_on: 2026-10-10
    sha256: "db241d574bf7a1b0064e50bc502e16b89679ea5e70e7f8d7dd6218c2150d2298"
  - id: EV-39
    title_zh: 产品责任与科技项目保险合同
    kind: contract
    issuer: 甬江财产保险股份有限公司宁波分公司
    issued_on: 2026-09-24
    sha256: "17c7ebf03f748fa38d515e0cb9a4314f609f9b7e6fa7833fca378f8f611e868e"
  - id: EV-40
    title_zh: 里程碑分段拨付与垫付承诺
    kind: letter
    issuer: 申报单位
    issued_on: 2026-10-12
    sha256: "b50d6c378f6cb72bde64bb472e409f23bafe657f7b473c0c1060a5afdd5d859c"
  - id: EV-41
    title_zh: 智能质检治理委员会章程
    kind: policy
    issuer: 申报单位
    issued_on: 2026-07-08
    number: "YL-GOV-2026-03"
    sha256: "7bee3da6f7ed83512ca3fe3c92a89ef4e33900fefd57432ff301e1360106e83e"
  - id: EV-42
    title_zh: 科技伦理审查意见
    kind: report
    issuer: 宁波东海大学科技伦理委员会
    issued_on: 2026-09-26
    number: "DHU-KJLL-2026-31"
    sha256: "c3d975e4412e1866eeb53bec048978b1b1693f7c7ee51ec903ed728f29acb07f"

declarations:
  truthful: true
  no_duplicate_funding: true
  signed_on: 2026-10-19
`;export{e as default};