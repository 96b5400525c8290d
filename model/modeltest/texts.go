package modeltest

// Hill and River are the texts of two short reports, for Report: they share
// most indicators, one theme only one of them has, one stands in different
// places.
const Hill = `
山城县 2023
# leadership 一、坚持党的领导
全年召开{13次|党组会议|party_group_meetings}党组会议。委员共{200名|政协委员|members}。
# deliberation 二、服务中心工作
开展专题协商{14次|专题协商|consultations}。<supervision>改善水质的专项监督由{25个|民主监督小组}小组承担，收集线索{154件|问题线索}。监督的结果全部反馈给部门。<livelihood>编发社情民意信息{7期|社情民意信息|opinion_reports}，开展协商活动{180余次|基层协商|studio_activities}，解决问题{400多个|解决问题|problems_solved}。
`

const River = `
江口区 2023
# supervision 一、认真开展民主监督
围绕河道治理开展监督，收集线索{90件|问题线索}。
# proposals 二、提案工作
收到提案{426件|收到提案|proposals_received}，满意率{100%|满意率|proposal_satisfaction}。
# deliberation 三、协商议政
协商{5次|专题协商|consultations}。反映社情民意{92条|社情民意信息|opinion_reports}，编印{12期|社情民意专刊|opinion_reports}。开展活动{210场次|工作室活动|studio_activities}，解决问题{20余件|解决问题|problems_solved}，其中{3件|难题|problems_solved|part}。
# capacity 四、自身建设
委员{100名|委员|members}，人均服务{2次|服务|studio_activities|each}。
`
