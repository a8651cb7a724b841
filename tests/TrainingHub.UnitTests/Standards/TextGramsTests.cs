using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Standards;

public sealed class TextGramsTests
{
    [Theory]
    [InlineData("安全出口", "安全 全出 出口 口")]
    [InlineData("GB 35181-2025《规则》", "gb 35181 2025 规则 则")]
    [InlineData("ＧＢ３５１８１", "gb 35181")]
    [InlineData("A级，B1级", "a 级 b 1 级")]
    [InlineData("𬭚䶮", "𬭚䶮 䶮")]
    [InlineData("……", "")]
    public void Chinese_is_cut_into_pairs_and_the_rest_into_runs(string text, string words) =>
        Assert.Equal(words, string.Join(' ', TextGrams.Of(text)));

    [Theory]
    [InlineData("出口", "出口")]
    [InlineData("安全出口", "安全 全出 出口")]
    [InlineData("口", "口")]
    [InlineData("动火 审批", "动火|审批")]
    [InlineData("  《》 ", "")]
    public void A_query_asks_for_the_runs_of_each_of_its_words(string text, string runs) =>
        Assert.Equal(runs, string.Join('|', TextGrams.Query(text).Select(run => string.Join(' ', run))));
}
