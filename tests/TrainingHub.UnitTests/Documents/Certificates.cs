using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

/// <summary>Certificates of invented people.</summary>
internal static class Certificates
{
    public static CertificateSheet Short { get; } = new()
    {
        Title = "培训合格证明",
        Name = "沈知南",
        Unit = "临溪区第三十二中学",
        Position = "校长",
        Programme = "校园安全管理人员轮训",
        HoursText = "6.0学时",
        ScoreText = "92分",
        CompletedOn = new DateOnly(2026, 10, 15),
        IssuedOn = new DateOnly(2026, 10, 16),
        ValidUntil = new DateOnly(2027, 10, 15),
        Issuer = "临溪区教育局",
        Serial = "豫校安训-411003-2026-01-000123-7",
        VerifyAddress = new Uri("https://training.example.cn/verify/7Q4M2KXD9TPA"),
    };

    public static CertificateSheet Long { get; } = Short with
    {
        Name = "阿卜杜热合曼·买买提依明江䶮",
        Unit = "临溪自治州东部新区乌什塔拉民族乡第二中心小学附属幼儿园和平路东校区（含教学点）",
        Position = "分管安全工作的副校长兼安全办公室主任",
        Programme = "全省中小学幼儿园重大事故隐患判定标准与应急处置专题轮训暨2026年度校园安全管理人员能力提升培训项目（第三期）",
        Issuer = "临溪自治州东部新区教育和科学技术局学校安全与后勤保障管理办公室",
    };

    public static byte[] Printed(CertificateOutcome outcome) => Assert.IsType<CertificateOutcome.Printed>(outcome).Bytes;
}
