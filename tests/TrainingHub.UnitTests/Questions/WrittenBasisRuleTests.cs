using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Questions;

public sealed class WrittenBasisRuleTests
{
    private static readonly DateOnly Day = new(2026, 3, 5);
    private static readonly StandardEdition Law = Edition("law", "中华人民共和国安全生产法", "2021", "2021年修正", "第二十八条", "第三条（一）");
    private static readonly StandardEdition Old = Edition("fire", "重大火灾隐患判定方法", "2017", "GB 35181-2017", "7.1.1");
    private static readonly StandardEdition New = Edition("fire", "重大火灾隐患判定规则", "2025", "GB 35181-2025", "6.2") with { Replaces = new EditionName("fire", "2017") };
    private static readonly EditionHistory History = new([Law, Old, New]);

    [Theory]
    [InlineData("安全生产法第二十八条")]
    [InlineData("《中华人民共和国安全生产法》第28条")]
    [InlineData("《安全生产法》（2021年修正）第二十八条第一款")]
    [InlineData("《安全生产法》 第 二十八 条")]
    public void A_clause_is_found_by_the_title_of_its_document(string words)
    {
        var found = Assert.IsType<WrittenBasis.Found>(Find(words));

        Assert.Equal((new Basis.OfClause("law", "2021", "第二十八条"), ClauseStanding.InForce), (found.Basis, found.Standing));
    }

    [Fact]
    public void A_clause_is_found_by_the_number_of_its_standard()
    {
        var found = Assert.IsType<WrittenBasis.Found>(Find("GB 35181-2025 第6.2条"));

        Assert.Equal(new Basis.OfClause("fire", "2025", "6.2"), found.Basis);
        Assert.Equal("6.2", Assert.IsType<WrittenBasis.Found>(Find("GB35181 6.2")).Clause.Number);
    }

    [Fact]
    public void What_a_replaced_edition_says_is_found_there_and_no_longer_holds()
    {
        Assert.True(BasisRule.IsStale(Assert.IsType<WrittenBasis.Found>(Find("GB 35181-2017 第7.1.1条")).Standing));
        Assert.IsType<WrittenBasis.Replaced>(Find("GB 35181-2017 第9.9条"));
        Assert.IsType<WrittenBasis.Replaced>(Find("《重大火灾隐患判定方法》（GB 35181-2017）"));
    }

    [Fact]
    public void A_clause_that_was_not_entered_is_missing() =>
        Assert.Equal("第二十六条", Assert.IsType<WrittenBasis.ClauseMissing>(Find("安全生产法第二十六条")).Number);

    [Theory]
    [InlineData("学校安全自查清单")]
    [InlineData("安全生产法")]
    [InlineData("安全生产法第三条、第二十八条")]
    [InlineData("《安全生产法》（2014年修正）第二十八条")]
    [InlineData("《校园安全手册》第3.1条")]
    [InlineData("")]
    public void Nothing_is_said_of_what_is_not_known_or_not_one_clause(string words) => Assert.Null(Find(words));

    [Theory]
    [InlineData("《安全生产法》", "2021")]
    [InlineData("中华人民共和国安全生产法（2021年修正）", "2021")]
    [InlineData("《安全生产法》（2021年6月10日第三次修正）", "2021")]
    [InlineData("《重大火灾隐患判定方法》（GB 35181-2017）", "2017")]
    [InlineData("GB 35181-2025", "2025")]
    [InlineData("重大火灾隐患判定规则 GB 35181", "2025")]
    [InlineData("《安全生产法》附录A", null)]
    [InlineData("GB 35181-2025 附录A", null)]
    [InlineData("安全生产法（2021年修正）第二章", null)]
    [InlineData("《安全生产法》第二十八条", null)]
    public void An_edition_is_named_alone_or_not_at_all(string words, string? edition) =>
        Assert.Equal(edition, WrittenBasisRule.FindEdition(words, History, History.All, Day)?.Edition);

    private static WrittenBasis? Find(string words) => WrittenBasisRule.Find(words, History, History.All, Day);

    private static StandardEdition Edition(string slug, string title, string edition, string number, params string[] clauses) => new()
    {
        Slug = slug,
        Title = title,
        Edition = edition,
        Number = number,
        Issuer = "",
        Issued = new DateOnly(int.Parse(edition, System.Globalization.CultureInfo.InvariantCulture), 1, 1),
        Status = EditionStatus.InForce,
        Clauses = [.. clauses.Select(clause => new Clause(clause, null, $"{title}{clause}的要求", ClauseSighting.Full))],
    };
}
