package sample

import "fmt"

// place is a prefecture and its province, with codes of GB/T 2260.
type place struct {
	province, city string // codes
	name, region   say    // of the city, of the province
}

var places = []place{
	{"330000", "330200", say{"宁波", "Ningbo"}, say{"浙江", "Zhejiang"}},
	{"330000", "330400", say{"嘉兴", "Jiaxing"}, say{"浙江", "Zhejiang"}},
	{"320000", "320600", say{"南通", "Nantong"}, say{"江苏", "Jiangsu"}},
	{"320000", "320900", say{"盐城", "Yancheng"}, say{"江苏", "Jiangsu"}},
	{"370000", "370200", say{"青岛", "Qingdao"}, say{"山东", "Shandong"}},
	{"370000", "371300", say{"临沂", "Linyi"}, say{"山东", "Shandong"}},
	{"410000", "411700", say{"驻马店", "Zhumadian"}, say{"河南", "Henan"}},
	{"410000", "410300", say{"洛阳", "Luoyang"}, say{"河南", "Henan"}},
	{"420000", "420600", say{"襄阳", "Xiangyang"}, say{"湖北", "Hubei"}},
	{"430000", "430200", say{"株洲", "Zhuzhou"}, say{"湖南", "Hunan"}},
	{"440000", "440600", say{"佛山", "Foshan"}, say{"广东", "Guangdong"}},
	{"440000", "441900", say{"东莞", "Dongguan"}, say{"广东", "Guangdong"}},
	{"450000", "450200", say{"柳州", "Liuzhou"}, say{"广西", "Guangxi"}},
	{"510000", "510700", say{"绵阳", "Mianyang"}, say{"四川", "Sichuan"}},
	{"510000", "511500", say{"宜宾", "Yibin"}, say{"四川", "Sichuan"}},
	{"610000", "610600", say{"延安", "Yan'an"}, say{"陕西", "Shaanxi"}},
	{"340000", "340200", say{"芜湖", "Wuhu"}, say{"安徽", "Anhui"}},
	{"360000", "360700", say{"赣州", "Ganzhou"}, say{"江西", "Jiangxi"}},
	{"350000", "350500", say{"泉州", "Quanzhou"}, say{"福建", "Fujian"}},
	{"210000", "210200", say{"大连", "Dalian"}, say{"辽宁", "Liaoning"}},
	{"130000", "130600", say{"保定", "Baoding"}, say{"河北", "Hebei"}},
	{"150000", "150200", say{"包头", "Baotou"}, say{"内蒙古", "Inner Mongolia"}},
	{"230000", "230600", say{"大庆", "Daqing"}, say{"黑龙江", "Heilongjiang"}},
	{"530000", "530400", say{"玉溪", "Yuxi"}, say{"云南", "Yunnan"}},
}

// hubs are sites of the national computing network: where a compute centre is said to stand, with hub and cluster.
var hubs = []struct {
	place
	district     say
	hub, cluster string
}{
	{place{"620000", "621000", say{"庆阳", "Qingyang"}, say{"甘肃", "Gansu"}}, say{"西峰区", "西峰区"}, "甘肃", "庆阳"},
	{place{"640000", "640500", say{"中卫", "Zhongwei"}, say{"宁夏", "Ningxia"}}, say{"沙坡头区", "沙坡头区"}, "宁夏", "中卫"},
	{place{"130000", "130700", say{"张家口", "Zhangjiakou"}, say{"河北", "Hebei"}}, say{"怀来县", "怀来县"}, "京津冀", "张家口"},
	{place{"440000", "440200", say{"韶关", "Shaoguan"}, say{"广东", "Guangdong"}}, say{"浈江区", "浈江区"}, "粤港澳大湾区", "韶关"},
}

// syllables of invented names: counties, firms and institutes.
var (
	firsts  = []say{{"清", "Qing"}, {"临", "Lin"}, {"永", "Yong"}, {"安", "An"}, {"平", "Ping"}, {"广", "Guang"}, {"新", "Xin"}, {"昌", "Chang"}, {"明", "Ming"}, {"文", "Wen"}, {"东", "Dong"}, {"云", "Yun"}, {"青", "Qing"}, {"金", "Jin"}, {"海", "Hai"}, {"嘉", "Jia"}, {"承", "Cheng"}, {"泰", "Tai"}}
	seconds = []say{{"河", "he"}, {"江", "jiang"}, {"山", "shan"}, {"川", "chuan"}, {"陵", "ling"}, {"溪", "xi"}, {"源", "yuan"}, {"阳", "yang"}, {"城", "cheng"}, {"丰", "feng"}, {"桥", "qiao"}, {"泽", "ze"}, {"原", "yuan"}, {"湖", "hu"}}
	brands1 = []say{{"澄", "Cheng"}, {"拓", "Tuo"}, {"恒", "Heng"}, {"睿", "Rui"}, {"启", "Qi"}, {"衡", "Heng"}, {"景", "Jing"}, {"知", "Zhi"}, {"观", "Guan"}, {"星", "Xing"}, {"微", "Wei"}, {"创", "Chuang"}, {"融", "Rong"}, {"博", "Bo"}, {"朗", "Lang"}, {"盛", "Sheng"}}
	brands2 = []say{{"影", "ying"}, {"辰", "chen"}, {"策", "ce"}, {"元", "yuan"}, {"达", "da"}, {"测", "ce"}, {"帆", "fan"}, {"象", "xiang"}, {"图", "tu"}, {"维", "wei"}, {"数", "shu"}, {"联", "lian"}, {"禾", "he"}, {"曜", "yao"}, {"柯", "ke"}}
)

// county invents a county of the place.
func (d *draft) county() string {
	first, second := pick(d.dice, firsts), pick(d.dice, seconds)
	if d.lang == en {
		return first[en] + second[en] + " County"
	}
	return first[zh] + second[zh] + "县"
}

// brand invents the name of a firm.
func (d *draft) brand() string {
	first, second := pick(d.dice, brands1), pick(d.dice, brands2)
	return first[d.lang] + second[d.lang]
}

// uscc makes a unified social credit code whose check characters are right (GB 11714, GB 32100-2015).
func (d *draft) uscc(class, region string) string {
	const digits = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	code, sum := class+region, 0
	for i, w := range []int{3, 7, 9, 10, 5, 8, 4, 2} {
		v := d.in(0, 9)
		if i < 2 && class == "91" && d.chance(60) {
			v = d.in(10, 30)
			code += digits[v : v+1]
			v = int(code[len(code)-1]-'A') + 10
		} else {
			code += digits[v : v+1]
		}
		sum += v * w
	}
	code += []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"}[(11-sum%11)%11]
	sum, weight := 0, 1
	for _, r := range code {
		for v, c := range digits {
			if c == r {
				sum += v * weight
			}
		}
		weight = weight * 3 % 31
	}
	check := (31 - sum%31) % 31
	return fmt.Sprintf("%s%c", code, digits[check])
}
