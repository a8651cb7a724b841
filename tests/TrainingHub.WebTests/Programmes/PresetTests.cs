using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Demo;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;
using TrainingHub.WebTests.Coverage;

namespace TrainingHub.WebTests.Programmes;

/// <summary>What the policy documents ask for, set by their presets: each counts its own people, and none is set while a document that it needs is missing.</summary>
public abstract class PresetTests(WebApp app)
{
    private const string Guide = "许昌市中小学幼儿园日常安全工作指南";
    private static readonly JsonSerializerOptions Named = new() { Converters = { new JsonStringEnumConverter() } };
    private static readonly Guid City = WorldIds.Of("organization", SmallWorld.City);

    [Fact]
    public async Task The_campaign_is_set_only_once_the_citys_own_guide_is_entered_and_asked_about()
    {
        var slug = await ProgrammeAsync("rotation-2024", "major-hazards-2024");
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var form = await officer.ReadAsync($"/programmes/{slug}/targets/new");
        using var missing = await SetAsync(officer, slug);
        using var byHand = await SetByHandAsync(officer, slug, "全体教职工学习", 2025);
        using var named = await SetByHandAsync(officer, slug, "“学标准，促提升”专项行动", 2026);
        using var unpublished = await PublishAsync(officer, "rotation-2024", nameof(PolicyPreset.LearnStandards), "教职工学习");
        using var namedAfter = await PublishAsync(officer, "rotation-2024", "", "“学标准 促提升”学习");
        using var unknown = await PublishAsync(officer, "rotation-2024", "99", "教职工学习");
        await EnterGuideAsync();
        using var unasked = await SetAsync(officer, slug);
        using var byHandUnasked = await SetByHandAsync(officer, slug, "全体教职工学习", 2025);
        using var set = await SetAsync(officer, await ProgrammeAsync(await ArrangeAsync(), ""));
        using var published = await PublishAsync(officer, "THREEDOC", nameof(PolicyPreset.LearnStandards), "教职工学习三份文件");
        var own = published.Headers.Location!.OriginalString.Split('/')[2];
        using var setByHand = await SetByHandAsync(officer, own, "“学标准 促提升”本市教职工", 2025);
        using var dropped = await ChangeQuizAsync(officer, own, "rotation-2024");
        using var ordinary = await SetByHandAsync(officer, slug, "教职工年度学习", 2026);

        Assert.All([missing, byHand, named, unpublished, namedAfter], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        foreach (var answer in new[] { byHand, named, unpublished, namedAfter })
        {
            Assert.Contains($"《{Guide}》：系统没有文本", await TextAsync(answer));
        }

        Assert.Contains("/standards/drafts/new?kind=Local", await TextAsync(unpublished));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("请从列表中选择政策文件", await TextAsync(unknown));
        Assert.Contains($"《{Guide}》：系统已有文本，但项目的测验没有依据它的题目", await TextAsync(byHandUnasked));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { published, setByHand, ordinary }.Select(answer => answer.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, dropped.StatusCode);
        Assert.Contains("“学标准 促提升”专项行动：全体教职工学习三份文件", await officer.ReadAsync($"/programmes/{own}"));

        Assert.Contains($"《{Guide}》：系统没有文本，暂不能发布", form);
        Assert.Contains("/standards/drafts/new?kind=Local", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Contains($"《{Guide}》：系统没有文本", await TextAsync(missing));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unasked.StatusCode);
        Assert.Contains($"《{Guide}》：系统已有文本，但项目的测验没有依据它的题目", await TextAsync(unasked));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        var page = CoveragePagesTests.Plain(await officer.ReadAsync(set.Headers.Location!.OriginalString));
        Assert.Contains("对象： 校长（园长）、书记、分管安全副校长等18类岗位", page);
        Assert.Equal(0, await app.WithDbAsync(db => db.CoverageTargets.CountAsync(t => t.Slug.StartsWith($"s4-{slug}"))));
    }

    [Fact]
    public async Task Equal_percentages_of_other_people_are_other_figures_and_each_page_says_whom_it_counts()
    {
        await app.InsideAsync(async services =>
        {
            var (targets, db) = (services.GetRequiredService<DemoTargetLoader>(), services.GetRequiredService<Db>());
            await services.GetRequiredService<Transactions>().RunAsync(async cancel =>
            {
                targets.Add();
                await db.SaveChangesAsync(cancel);
            }, default);
            db.ChangeTracker.Clear();
            await services.GetRequiredService<RebuildCoverage>().RunAsync(default);
            await targets.CompleteAsync(default);
        });
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var figures = await app.WithDbAsync(async db => await (
            from target in db.CoverageTargets
            join cell in db.CoverageCells on target.Id equals cell.TargetId
            group cell by target.Slug into cells
            select new { cells.Key, Counted = cells.Sum(c => c.Counted), Covered = cells.Sum(c => c.Covered) }).ToDictionaryAsync(row => row.Key, row => (row.Counted, row.Covered)));
        var list = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage"));
        var named = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s0-3-2026"));
        var key = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s0-3-key-2026"));

        Assert.Equal(5, new[] { "s3-7-2026", "s3-6-2025", "s3-6-2026", "s0-3-2026", "s0-3-key-2026" }.Select(slug => figures[slug]).Distinct().Count());
        Assert.Equal((2, 1), figures["s0-3-key-2026"]);
        Assert.Equal((3, 1), figures["s3-6-2026"]);
        Assert.Contains("对象：2024年、2025年计入校长（园长）、书记、分管安全副校长、安办主任、中层、分管领导、安全处（科）长、机关管理人员；2026年计入分管领导、安全处（科）长", list);
        Assert.Contains("对象：校长（园长）、分管安全副校长、具体责任人", list);
        Assert.Contains("对象： 校长（园长）、分管安全副校长、安办主任", named);
        Assert.Contains("对象： 消防重点岗位、基建重点岗位、实验室重点岗位、实习实训重点岗位", key);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("nonsense")]
    public async Task An_unknown_preset_sets_nothing(string preset)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await officer.PostAsync("/programmes/safety-rotation/targets/presets", new() { ["Organization"] = WorldIds.CodeOf(SmallWorld.City), ["Preset"] = preset });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请从列表中选择政策文件", await TextAsync(answer));
    }

    private static Task<HttpResponseMessage> SetAsync(TestBrowser officer, string slug) => officer.PostAsync(
        $"/programmes/{slug}/targets/presets", new() { ["Preset"] = nameof(PolicyPreset.LearnStandards), ["Organization"] = WorldIds.CodeOf(SmallWorld.City) });

    /// <summary>All staff, in the days of the campaign or of the whole year.</summary>
    private static Task<HttpResponseMessage> SetByHandAsync(TestBrowser officer, string slug, string name, int year) => officer.PostAsync($"/programmes/{slug}/targets",
    [
        new("Organization", WorldIds.CodeOf(SmallWorld.City)), new("Name", name), new("Year", year.ToString(CultureInfo.InvariantCulture)), new("Percent", "100"),
        .. Enum.GetValues<CorePosition>().Where(post => int.IsPow2((int)post) && TargetPresets.Of(PolicyPreset.LearnStandards).Years[0].Positions.HasFlag(post)).Select(post => new KeyValuePair<string, string>("Positions", post.ToString())),
        new("Kinds", "School"), new("Employments", "Contract"),
        new("WindowFrom", year == 2025 ? "2025-04-01" : "2026-01-01"), new("WindowUntil", year == 2025 ? "2025-05-31" : "2026-12-31"), new("CutOffDay", year == 2025 ? "2025-05-31" : "2026-12-31"),
    ]);

    private static Task<HttpResponseMessage> PublishAsync(TestBrowser officer, string quiz, string policy, string name) => officer.PostAsync("/programmes", new()
    {
        ["Organization"] = WorldIds.CodeOf(SmallWorld.City),
        ["Name"] = name,
        ["Policy"] = policy,
        ["Quiz"] = quiz,
        ["CycleFrom"] = "2025-01-01",
        ["CycleUntil"] = "2026-12-31",
        ["CertificateTitle"] = "学习证明",
    });

    private static async Task<HttpResponseMessage> ChangeQuizAsync(TestBrowser officer, string slug, string quiz)
    {
        var form = await officer.ReadAsync($"/programmes/{slug}/details");
        return await officer.PostAsync($"/programmes/{slug}/details", new()
        {
            ["Version"] = form.Split("name=\"Version\" value=\"")[1].Split('"')[0],
            ["Name"] = "教职工学习三份文件",
            ["Policy"] = nameof(PolicyPreset.LearnStandards),
            ["Quiz"] = quiz,
            ["CycleFrom"] = "2025-01-01",
            ["CycleUntil"] = "2026-12-31",
            ["CertificateTitle"] = "学习证明",
            ["From"] = "2026-10-15",
        });
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private Task<string> ProgrammeAsync(string quiz, string course) => app.InsideAsync(async services =>
    {
        var (db, ids) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>());
        var slug = Ids.Code(6).ToLowerInvariant();
        var (programme, terms) = new ProgrammeDraft
        {
            Slug = slug,
            Name = "全体教职工学标准",
            OrganizationId = City,
            CycleFrom = new(2025, 1, 1),
            CycleUntil = new(2026, 12, 31),
            Demand = new ProgrammeDemand(course, quiz, [], RefusesOutside: false),
            CertificateTitle = "学习证明",
        }.Make(ids.Next, TestClock.Start.UtcDateTime, null);
        db.AddRange(programme, terms.Rule);
        await db.SaveChangesAsync();
        return slug;
    });

    private Task EnterGuideAsync() => app.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<Db>();
        var edition = new StandardEdition
        {
            Slug = "own-yl-1",
            Title = Guide,
            Edition = "2024",
            Number = "",
            Issuer = "市教育局",
            Issued = new(2024, 9, 1),
            Kind = StandardKind.Local,
            Status = EditionStatus.InForce,
            Clauses = [],
        };
        var row = new PublishedEdition { Slug = edition.Slug, Edition = edition.Edition, Content = JsonSerializer.Serialize(edition), OwnerId = City, PublishedAt = TestClock.Start.UtcDateTime };
        row.Touch(TestClock.Start.UtcDateTime);
        db.Add(row);
        await db.SaveChangesAsync();
        services.GetRequiredService<StandardShelf>().Forget();
    });

    private Task<string> ArrangeAsync() => app.InsideAsync(async services =>
    {
        var (db, ids, clock) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>(), services.GetRequiredService<DayClock>());
        var by = WorldIds.Of("person", SmallWorld.CityOfficer);
        QuestionVersion[] questions = [Question("D-1", "major-hazards-guideline", "2024"), Question("D-2", "own-yl-1", "2024"), Question("D-3", "fire-safety-ten-rules", "2024")];
        await services.GetRequiredService<Transactions>().RunAsync(async cancel =>
        {
            await services.GetRequiredService<KeepQuestions>().RunAsync(questions, cancel);
            foreach (var question in questions)
            {
                var row = BankQuestion.Begin(ids.Next(), City, null, question, source: null, by, clock.Now);
                row.Move(BankStep.Submit, by, "", isAlone: true, clock.Now);
                row.Move(BankStep.Publish, by, "", isAlone: true, clock.Now);
                db.AddRange(row, row.Record(""));
            }

            var terms = new QuizTerms
            {
                Title = "三份文件测验",
                OpensAt = clock.Now.AddDays(-1),
                ClosesAt = clock.Now.AddDays(30),
                Minutes = 30,
                PassPercent = 60,
                AttemptsAllowed = 3,
                UsesBank = true,
                Release = new ReleasePolicy(ReleaseMoment.AtOnce, ReleaseMoment.AfterWindow, ReleaseMoment.AfterWindow),
                Plan = new PaperPlan { Sections = [new PaperSection(new PaperFilter { Kind = QuestionKind.TrueFalse }, 3, 10)] },
            };
            var quiz = new ArrangedQuiz { Id = ids.Next(), Slug = "THREEDOC", OrganizationId = City, CreatedAt = clock.Now, CreatedBy = by };
            quiz.Agree(terms, JsonSerializer.Serialize(terms, Named));
            quiz.Move(QuizStanding.Published, clock.Now);
            db.Add(quiz);
            await db.SaveChangesAsync(cancel);
        }, default);
        return "THREEDOC";
    });

    private static QuestionVersion Question(string id, string standard, string edition) =>
        new(new(id, QuestionKind.TrueFalse, $"每名教职工都要知道什么是重大事故隐患（{id}）。", []), new([0], "见文件。", new Basis.OfStatement(standard, edition, "知道什么是重大事故隐患")), QuestionUse.Both, 1);
}

public sealed class PresetOnSqlite(SqliteApp app) : PresetTests(app), IClassFixture<SqliteApp>;

public sealed class PresetOnPostgres(PostgresApp app) : PresetTests(app), IClassFixture<PostgresApp>;
