using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Quizzes;
using static TrainingHub.WebTests.QuestionBanks.BankActions;

namespace TrainingHub.WebTests.QuestionBanks;

/// <summary>The form of each kind of question, cases of several questions, and the clauses that a question rests on.</summary>
public abstract partial class QuestionFormTests(WebApp app)
{
    private const string First = "fire-protection-law@2021#第十六条", Second = "fire-protection-law@2021#第二十八条";

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>The fields of each kind, and what they have to become.</summary>
    public static TheoryData<QuestionKind, string[][]> Kinds => new()
    {
        { QuestionKind.Multiple, [["Options", "应急照明"], ["Options", ""], ["Options", "安全出口"], ["Options", "电视机"], ["Right", "0"], ["Right", "2"]] },
        { QuestionKind.TrueFalse, [["Truth", "false"]] },
        { QuestionKind.FillIn, [["Words", "两\n2"], ["Numbers", ""], ["Tolerances", ""], ["UnitWords", ""], ["Words", ""], ["Numbers", "１.4"], ["Tolerances", "0.05"], ["UnitWords", "米\nm"], ["NeedsUnit", "1"]] },
        { QuestionKind.Ordering, [["Steps", "听到警报"], ["Steps", ""], ["Steps", "离开教室"], ["Steps", "清点人数"]] },
        { QuestionKind.Matching, [["Targets", "用电"], ["Targets", ""], ["Targets", "防滑"], ["Items", "地面湿滑"], ["Matches", "3"], ["Items", "电线乱拉"], ["Matches", "1"]] },
        { QuestionKind.Judgement, [["Level", "Major"], ["Options", "第六项"], ["Options", "第八项"], ["Right", "1"]] },
        { QuestionKind.Written, [["Characters", "200"], ["Rubric", "报警"], ["Weights", "1"], ["Rubric", "疏散"], ["Weights", "3"]] },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_kind_is_written_in_fields_and_opens_in_them_again(QuestionKind kind, string[][] fields)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var form = Of(kind, $"按栏目写的{kind}，每层至少____个，净宽____米？", fields);
        using var created = await author.PostAsync("/questions", form);
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        var address = created.Headers.Location!.OriginalString;
        var version = await VersionAsync(address);
        var page = await author.ReadAsync(address);

        using var again = await author.PostAsync(address, form.Append(new("Revision", await author.RevisionAsync(address))));

        Assert.Equal((kind, HttpStatusCode.Redirect, 1), (version.Prompt.Kind, again.StatusCode, (await app.KeptAsync(address)).Number));
        Assert.Contains("name=\"IsMarkdown\" value=\"false\"", page, StringComparison.Ordinal);
        Check(version);
    }

    private static void Check(QuestionVersion version)
    {
        var (prompt, key) = (version.Prompt, version.Key);
        switch (prompt.Kind)
        {
            case QuestionKind.Multiple:
                Assert.Equal([0, 1], key.CorrectOptions);
                break;
            case QuestionKind.TrueFalse:
                Assert.Equal([1], key.CorrectOptions);
                break;
            case QuestionKind.FillIn:
                Assert.Equal(["两", "2"], key.Blanks[0].Accepted);
                Assert.Equal((1.4m, 0.05m, true, "m"), (key.Blanks[1].Value, key.Blanks[1].Tolerance, key.Blanks[1].NeedsUnit, key.Blanks[1].Units[1]));
                break;
            case QuestionKind.Ordering:
                Assert.Equal(["听到警报", "离开教室", "清点人数"], prompt.Options);
                break;
            case QuestionKind.Matching:
                Assert.Equal(["用电", "防滑"], prompt.Targets);
                Assert.Equal([1, 0], key.Pairs);
                break;
            case QuestionKind.Judgement:
                Assert.Equal((HazardLevel.Major, 1), (key.Level, Assert.Single(key.CorrectOptions)));
                break;
            case QuestionKind.Written:
                Assert.Equal([new RubricLine("报警", 1), new RubricLine("疏散", 3)], key.Rubric);
                break;
            default:
                Assert.Fail(prompt.Kind.ToString());
                break;
        }
    }

    [Fact]
    public async Task Questions_of_every_kind_that_came_otherwise_open_in_fields()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        await AllKinds.PublishAsync(app);
        var incoming = AllKinds.Questions.Select(question => new IncomingQuestion(
            new QuestionVersion(question.Prompt with { Stem = $"打开栏目的{question.Prompt.Stem}" }, question.Key, QuestionUse.Both, 1), [], [], null)).ToList();
        var taken = await app.InsideAsync(services => services.GetRequiredService<TakeQuestions>()
            .RunAsync(UnitOf(SmallWorld.Linxi), null, incoming, WorldIds.Of("person", SmallWorld.LinxiOfficer), default));

        foreach (var one in taken)
        {
            Assert.Contains("name=\"IsMarkdown\" value=\"false\"", await author.ReadAsync($"/questions/{Assert.IsType<TakenQuestion.Added>(one).Id}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_place_on_a_picture_is_written_with_the_picture_at_once()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var form = Of(QuestionKind.Hotspot, "走廊里哪里堵住了？", [["Alternative", "走廊"], ["Names", "课桌"], ["Corners", "100,200 300,400"], ["Names", "门"], ["Corners", "500,200 600,400"], ["RightPlaces", "0"]]);

        using var without = await author.PostAsync("/questions", form);
        using var created = await author.UploadAsync("/questions", "NewPicture", "a.png", Png, form);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (without.StatusCode, created.StatusCode));
        var version = await VersionAsync(created.Headers.Location!.OriginalString);
        Assert.Equal(("走廊", "100,200 300,400"), (version.Prompt.Picture!.Alt, ZoneText.Write(version.Key.Zones[0])));
    }

    [Theory]
    [InlineData("TrueFalse", "Truth", "没有选正确还是错误")]
    [InlineData("Ordering", "Steps", "个数不对")]
    [InlineData("Judgement", "Level", "没有选隐患等级")]
    [InlineData("Written", "Rubric", "评分要点没有写")]
    [InlineData("FillIn", "Words", "空和答案的个数不一致")]
    public async Task What_is_wrong_is_said_beside_its_field(string kind, string field, string words)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var refused = await author.PostAsync("/questions", Of(Enum.Parse<QuestionKind>(kind), "没有写完的题，____？", [["Characters", "100"]]));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Matches($"<fieldset class=\"th-field bad\" id=\"{field}\"[^>]*>[^§]*?invalid-feedback[^§]*?{words}", page);
        Assert.DoesNotMatch($"<fieldset class=\"th-field bad\" id=\"{field}\"[^>]* hidden", page);
    }

    [Fact]
    public async Task A_case_gets_further_questions_and_one_story()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var created = await author.PostAsync("/questions", Form("灶台起火，第一步做什么？", Linxi, new KeyValuePair<string, string>("Story", "某校食堂灶台起火。")));
        var first = created.Headers.Location!.OriginalString;
        var further = await author.ReadAsync($"/questions/new?of={IdOf(first)}");
        var story = (await VersionAsync(first)).Prompt.Case!;
        using var foreign = await stranger.GetAsync($"/questions/new?of={IdOf(first)}");

        using var second = await author.PostAsync("/questions", Form("灶台起火，谁来疏散学生？", Linxi, new("CaseId", story.Id), new("Story", "某校食堂灶台起火，烟很大。"),
            new("StoryPictures", $"{new string('a', 64)} image/png 40 30 走廊"), new("StoryPictures", $"{new string('b', 64)} image/png 40 30 出口"),
            new("StoryAlternatives", "走廊"), new("StoryAlternatives", "出口挂着锁"), new("StoryPicturesGone", "0")));

        var next = second.Headers.Location!.OriginalString;
        Assert.Contains("某校食堂灶台起火。", WebUtility.HtmlDecode(further), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal("某校食堂灶台起火，烟很大。", (await VersionAsync(first)).Prompt.Case!.Text);
        Assert.Equal(((await VersionAsync(first)).Prompt.Case!.Id, 2), ((await VersionAsync(next)).Prompt.Case!.Id, (await app.KeptAsync(first)).Number));
        var page = await author.ReadAsync(first);
        Assert.Contains(next, page, StringComparison.Ordinal);
        Assert.Equal([(new string('b', 64), "出口挂着锁")], (await VersionAsync(first)).Prompt.Case!.Pictures.Select(picture => (picture.File, picture.Alt)));
        Assert.Contains($"/pictures/{new string('b', 64)}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_rests_on_several_clauses_that_are_looked_for_and_filtered_by()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var searched = await author.PostAsync("/questions/preview", Form("消防通道可以占用吗？", Linxi, new("ClauseWords", "消防法 第二十八条"), new("Clauses", First)));
        var page = WebUtility.HtmlDecode(await searched.Content.ReadAsStringAsync());
        using var created = await author.PostAsync("/questions", Form("消防通道可以占用吗？", Linxi, new("Clauses", First), new("Clauses", Second)));
        var address = created.Headers.Location!.OriginalString;
        using var incomplete = await author.PostAsync("/questions", Form("另一道题可以占用吗？", Linxi, new("Clauses", "乱写"), new KeyValuePair<string, string>("ClauseWords", new string('长', 90))));

        var key = (await VersionAsync(address)).Key;

        Assert.Contains($"value=\"{First}\" checked", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Second}\">", page, StringComparison.Ordinal);
        Assert.Equal([new Basis.OfClause("fire-protection-law", "2021", "第十六条"), new Basis.OfClause("fire-protection-law", "2021", "第二十八条")], key.Bases);
        Assert.Equal(2, Blockquote().Count(await author.ReadAsync(address)));
        foreach (var clause in new[] { "第十六条", "第二十八条" })
        {
            Assert.Contains(address, await author.ReadAsync($"/questions?standard=fire-protection-law&clause={Uri.EscapeDataString(clause)}"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(address, await author.ReadAsync("/questions?standard=fire-protection-law&edition=1998&clause=%E7%AC%AC%E5%8D%81%E5%85%AD%E6%9D%A1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.True(new PaperFilter { Standard = "fire-protection-law", Clause = "第二十八条" }.Takes(new PaperCandidate("", await VersionAsync(address), [])));
    }

    private static List<KeyValuePair<string, string>> Of(QuestionKind kind, string stem, string[][] fields) =>
    [
        new("IsMarkdown", "false"), new("Unit", Linxi), new("Kind", kind.ToString()), new("Stem", stem), new("Explanation", "见学校自查要求。"), new("Use", "Both"), new("Difficulty", "2"),
        new("Document", "学校安全自查清单"), new("Statement", string.Create(CultureInfo.InvariantCulture, $"每月自查一次{(int)kind}")), .. fields.Select(field => new KeyValuePair<string, string>(field[0], field[1])),
    ];

    private async Task<QuestionVersion> VersionAsync(string address)
    {
        var hash = (await app.KeptAsync(address)).Hash;
        return (await app.InsideAsync(async services => await services.GetRequiredService<QuestionShelf>().QuestionsAsync([hash], default)))[hash];
    }

    [GeneratedRegex("<blockquote", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blockquote();
}

public sealed class QuestionFormOnSqlite(SqliteApp app) : QuestionFormTests(app), IClassFixture<SqliteApp>;

public sealed class QuestionFormOnPostgres(PostgresApp app) : QuestionFormTests(app), IClassFixture<PostgresApp>;
