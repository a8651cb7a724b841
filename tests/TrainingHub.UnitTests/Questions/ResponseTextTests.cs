using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class ResponseTextTests
{
    private static readonly int[] Order = [2, 0, 1];
    private static readonly QuestionPrompt Steps = new("o", QuestionKind.Ordering, "排序", ["甲", "乙", "丙"]);
    private static readonly QuestionPrompt Pairs = new("p", QuestionKind.Matching, "匹配", ["甲", "乙"]) { Targets = ["一", "二", "三"] };
    private static readonly QuestionPrompt Blanks = new("f", QuestionKind.FillIn, "____和____", []);
    private static readonly QuestionPrompt Picture = new("h", QuestionKind.Hotspot, "标注", ["甲", "乙", "丙"]);
    private static readonly QuestionPrompt Hazard = new("j", QuestionKind.Judgement, "判定", ["甲", "乙", "丙"]);
    private static readonly QuestionPrompt Essay = new("w", QuestionKind.Written, "简答", []) { MostCharacters = 5 };

    [Fact]
    public void Steps_are_told_in_original_indices()
    {
        Assert.Equal([0, 1, 2], Assert.IsType<Response.Ordered>(Read("BCA", Steps)).Steps);
        Assert.Equal([0], Assert.IsType<Response.Ordered>(Read("B", Steps)).Steps);
    }

    [Fact]
    public void A_target_may_be_left_open() => Assert.Equal([2, null], Assert.IsType<Response.Matched>(Read("A-", Pairs)).Targets);

    [Fact]
    public void Blanks_are_lines_and_missing_ones_are_empty() => Assert.Equal(["二", ""], Assert.IsType<Response.Filled>(Read(" 二 ", Blanks)).Blanks);

    [Fact]
    public void Spots_and_the_list_of_places_are_both_taken()
    {
        Assert.Equal([new Spot(0, 1000), new Spot(5, 6)], Assert.IsType<Response.Marked>(Read("@0,1000@5,6", Picture)).Spots);
        Assert.Equal([0, 2], Assert.IsType<Response.Picked>(Read("BA", Picture)).Choice.Options);
    }

    [Fact]
    public void A_judgement_may_be_begun()
    {
        var judged = Assert.IsType<Response.Judged>(Read("Major;;", Hazard));

        Assert.Equal(new Response.Judged(HazardLevel.Major, null, null, ""), judged);
        Assert.Equal(0, Assert.IsType<Response.Judged>(Read(";B;75", Hazard)).Clause);
    }

    public static TheoryData<QuestionPrompt, string> Nothing => new()
    {
        { Steps, "" }, { Pairs, "--" }, { Blanks, " \n " }, { Hazard, ";;" }, { Essay, " \n" },
    };

    [Theory, MemberData(nameof(Nothing), DisableDiscoveryEnumeration = true)]
    public void Nothing_said_is_unanswered(QuestionPrompt prompt, string text) => Assert.True(Read(text, prompt)!.IsUnanswered);

    public static TheoryData<QuestionPrompt, string> Refused => new()
    {
        { Steps, "ABB" }, { Steps, "ABCD" }, { Steps, "AB-" }, { Pairs, "A" }, { Pairs, "ABC" }, { Pairs, "DA" }, { Blanks, "一\n二\n三" },
        { Picture, "@1,2@" }, { Picture, "@1" }, { Picture, "@-1,2" }, { Picture, "@1,1001" }, { Picture, "@ 1,2" }, { Picture, string.Concat(Enumerable.Repeat("@1,1", 13)) },
        { Hazard, "Major;B" }, { Hazard, "major;B;75" }, { Hazard, "1;B;75" }, { Hazard, "Major;D;75" }, { Hazard, "Major;B;80" }, { Hazard, "Major;BA;75" },
        { Essay, "一二三四五六" }, { Essay, "a\0" }, { Essay, "\ud83d" }, { Blanks, "\ude00\ud83d" },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_the_item_does_not_offer_is_refused(QuestionPrompt prompt, string text) => Assert.Null(Read(text, prompt));

    [Fact]
    public void Whole_characters_outside_the_plane_are_taken() => Assert.Equal("😀", Read("😀", Essay)!.ToString());

    private static Response? Read(string text, QuestionPrompt prompt) =>
        (ResponseText.Parse(text, prompt, Order) as ResponseOutcome.Parsed)?.Response;
}
