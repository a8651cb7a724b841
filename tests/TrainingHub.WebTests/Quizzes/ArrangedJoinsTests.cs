using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;
using TrainingHub.WebTests.QuestionBanks;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>Arranged quizzes in regrades, results and lists of who is missing: the same pages as for the quizzes of courses.</summary>
public abstract class ArrangedJoinsTests(WebApp app)
{
    [Fact]
    public async Task A_corrected_key_reaches_its_papers_and_no_more_is_told_than_is_released()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Principal);
        var question = await PublishedAsync(city, "全市的学校多久清点一次灭火器？");
        var slug = await officer.ArrangeAsync(fields: Held(new() { ["UsesBank"] = "true", ["Fixed"] = $"{question.Prompt.Id} 7", ["Sections[0].Count"] = "2", ["Sections[0].Source"] = ArrangeSteps.Course }));
        var path = await learner.StartAsync(slug);
        var items = await ItemsAsync(SmallWorld.Principal, slug);
        var own = items.Single(item => string.Equals(item.QuestionHash, question.Hash, StringComparison.Ordinal));
        var course = items.First(item => item != own);
        using var saved = await learner.AnswerAsync(path, own.Number, 1, Choice.Of([1], PaperItem.ParseOptionOrder(own.OptionOrder)).ToString());
        await learner.HandInAsync(path);
        var regrades = $"/quizzes/{slug}/regrades";

        Assert.Equal(0, (await app.AttemptAsync(SmallWorld.Principal, slug: slug)).Points);
        Assert.Contains(question.Prompt.Stem, await officer.ReadAsync(regrades), StringComparison.Ordinal);
        Assert.Contains(question.Prompt.Stem, await officer.ReadAsync($"/quizzes/{slug}/results/questions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(regrades)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/quizzes/{slug}/results")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/quizzes/{slug}/attempts")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/quizzes/{slug}/marks")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(regrades)).StatusCode);

        var preview = await RegradeAsync(officer, slug, new() { ["Question"] = question.Hash, ["Options"] = "1", ["Reason"] = "选项印错，改为第二项" });
        await RegradeAsync(officer, slug, new() { ["Question"] = course.QuestionHash, ["GivesAll"] = "true", ["Reason"] = "题干有误" });

        Assert.Contains("沈知南", preview, StringComparison.Ordinal);
        Assert.Equal(7 + course.Points, (await app.AttemptAsync(SmallWorld.Principal, slug: slug)).Points);
        foreach (var page in new[] { "/", path })
        {
            var text = await learner.ReadAsync(page);
            Assert.Contains("“春季消防测验”第1次作答已重新评分", text, StringComparison.Ordinal);
            Assert.DoesNotContain("分改为", text, StringComparison.Ordinal);
            Assert.DoesNotContain("选项印错", text, StringComparison.Ordinal);
        }

        app.Clock.Move(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));
        Assert.Contains("0分改为7分", await learner.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("选项印错", await learner.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reads_keys_of_another_quiz_that_asks_what_they_are_asked_now()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Responsible);
        var question = await PublishedAsync(city, "全市的学校多久检查一次消火栓？");
        var fields = new Dictionary<string, string> { ["UsesBank"] = "true", ["Fixed"] = $"{question.Prompt.Id} 7", ["Sections[0].Count"] = "" };
        var (slug, other) = (await officer.ArrangeAsync(fields: fields), await city.ArrangeAsync(SmallWorld.City, fields));
        await learner.HandInAsync(await learner.StartAsync(slug));
        var address = $"/quizzes/{slug}/regrades/new?question={question.Hash}";

        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(address)).StatusCode);
        var path = await officer.StartAsync(other);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).StatusCode);
        Assert.DoesNotContain(question.Prompt.Stem, await officer.ReadAsync($"/quizzes/{slug}/results/questions"), StringComparison.Ordinal);
        await officer.HandInAsync(path);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Its_audience_is_expected_and_who_of_it_has_not_begun_is_listed()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var slug = await officer.ArrangeAsync(SmallWorld.School32);
        var draft = await officer.DraftAsync();
        var planned = await city.DraftAsync(SmallWorld.City);
        await learner.StartAsync(slug);
        var results = $"/quizzes/{slug}/results";
        var people = (await PeopleAsync(SmallWorld.School32)).Count;
        var teacher = WorldIds.Of("person", SmallWorld.Teacher);
        await app.WithDbAsync(db => db.People.Where(person => person.Id == teacher).ExecuteUpdateAsync(set => set.SetProperty(person => person.StaffNumber, "=1+1")));

        var page = await officer.ReadAsync(results);
        var absent = await officer.ReadAsync($"{results}/absent?sort=Name.down");
        var found = await officer.ReadAsync($"{results}/absent?q=沈知");
        using var table = await officer.GetAsync($"{results}/absent.csv?sort=Unit&organization={WorldIds.CodeOf(SmallWorld.School32)}");
        var rows = (await table.Content.ReadAsStringAsync()).Trim().Split("\r\n");

        Assert.Equal(people, FigureOf(page, "应参加"));
        Assert.Equal(people - 1, FigureOf(page, "未参加"));
        Assert.True(absent.IndexOf("陈若川", StringComparison.Ordinal) is >= 0 and var last && last != absent.IndexOf("沈知南", StringComparison.Ordinal));
        Assert.DoesNotContain("秦望舒", absent, StringComparison.Ordinal);
        Assert.Contains("沈知南", found, StringComparison.Ordinal);
        Assert.DoesNotContain("陈若川", found, StringComparison.Ordinal);
        Assert.Equal(people, rows.Length);
        Assert.Contains("陈若川,'=1+1,", rows.Single(row => row.StartsWith("陈若川", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("没有指定参加人员", await officer.ReadAsync($"/quizzes/{draft}/results/absent"), StringComparison.Ordinal);
        // A draft of the unit above is not known yet; of a quiz that runs everybody sees their own people.
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/quizzes/{planned}/results")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{results}/absent.csv")).StatusCode);
        var wide = await city.ArrangeAsync(SmallWorld.City);
        Assert.Equal((await PeopleAsync(SmallWorld.Wangchuan)).Count, FigureOf(await neighbour.ReadAsync($"/quizzes/{wide}/results"), "应参加"));
        Assert.DoesNotContain("沈知南", await neighbour.ReadAsync($"/quizzes/{wide}/results/absent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_draws_from_a_folder_of_a_bank_and_the_question_tells_where_it_is_used()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.VicePrincipal);
        using var visitor = app.Visitor();
        var folder = await FolderAsync(city, "校车");
        var below = await FolderAsync(city, "行车", folder);
        var inside = await PublishedAsync(city, "校车多久检查一次安全锤？", folder);
        var deeper = await PublishedAsync(city, "校车多久检查一次轮胎？", below);
        var beside = await PublishedAsync(city, "校门多久检查一次防撞柱？");
        var slug = await officer.DraftAsync();
        var fields = new Dictionary<string, string> { ["Sections[0].Source"] = $"folder:{folder}", ["Sections[0].Count"] = "3", ["Fixed"] = $"{beside.Prompt.Id} 5" };

        using var strange = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(1, new(fields) { ["Sections[0].Source"] = $"folder:{Guid.NewGuid()}" }));
        using var unreadable = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(1, new(fields) { ["Sections[0].Source"] = "folder:x" }));
        using var saved = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(1, fields));
        var shortage = await officer.ReadAsync($"/quizzes/{slug}/settings");
        using var mended = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(2, new(fields) { ["Sections[0].Count"] = "2" }));
        using var published = await officer.PostAsync($"/quizzes/{slug}/standing", new() { ["Next"] = "Published", ["Version"] = "3" });
        var path = await learner.StartAsync(slug);
        var drawn = (await ItemsAsync(SmallWorld.VicePrincipal, slug)).Select(item => item.QuestionHash);
        await learner.HandInAsync(path);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (strange.StatusCode, unreadable.StatusCode));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (saved.StatusCode, mended.StatusCode, published.StatusCode));
        Assert.Contains("第1部分要抽3道，只有2道，还差1道。（来源：云岭市教育局 / 校车，含下级文件夹）", shortage, StringComparison.Ordinal);
        Assert.Equal(new[] { inside.Hash, deeper.Hash, beside.Hash }.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));

        var uses = $"/questions/{await app.WithDbAsync(db => db.BankQuestions.Where(row => row.QuestionId == beside.Prompt.Id).Select(row => row.Id).SingleAsync())}/uses";
        var page = await officer.ReadAsync(uses);
        Assert.Contains($"/quizzes/{slug}/settings", page, StringComparison.Ordinal);
        Assert.Contains("必考题", page, StringComparison.Ordinal);
        Assert.Contains($"/quizzes/{slug}/settings", await city.ReadAsync(uses.Replace(uses.Split('/')[2], $"{await app.WithDbAsync(db => db.BankQuestions.Where(row => row.QuestionId == deeper.Prompt.Id).Select(row => row.Id).SingleAsync())}", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("还没有测验用到这道题", await neighbour.ReadAsync($"{uses}?page=-7"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(uses)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(uses)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/questions/{Guid.NewGuid()}/uses")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/questions/nothing/uses")).StatusCode);
    }

    /// <summary>The database counts who is at risk: it must find those whom the rule finds.</summary>
    [Fact]
    public async Task Counts_everybody_at_risk_as_the_rule_does()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = await officer.ArrangeAsync();
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var question = (await app.BankAsync()).First(one => one.Prompt.Kind is QuestionKind.Single && one.Prompt.Case is null);
        var order = string.Join(',', Enumerable.Range(0, question.Prompt.Options.Count));
        var people = (await PeopleAsync(SmallWorld.Linxi)).Where(personId => personId != WorldIds.Of("person", SmallWorld.LinxiOfficer)).ToList();
        var (atRisk, saved) = (0, 0);
        await app.WithDbAsync(async db =>
        {
            foreach (var (place, personId) in people.Index())
            {
                // Minutes to the deadline, minutes since the last answer, answers of six.
                var (left, silent, answered) = (new[] { 1, 5, 6, 20 }[place % 4], new[] { 0, 4, 5, 9 }[place / 4 % 4], new[] { 0, 3, 4, 5, 6 }[place % 5]);
                var attempt = new Attempt
                {
                    Id = Guid.CreateVersion7(),
                    PersonId = personId,
                    QuizSlug = slug,
                    CourseSlug = "",
                    CourseHash = "",
                    Number = 1,
                    Seed = 1,
                    StartedAt = now.AddMinutes(-10),
                    Deadline = now.AddMinutes(left),
                    PassPercent = 60,
                    FullPoints = 6,
                };
                db.Add(attempt);
                db.AddRange(Enumerable.Range(1, 6).Select(number => new AttemptItem
                { AttemptId = attempt.Id, Number = number, QuestionHash = question.Hash, OptionOrder = order, Points = 1, Rule = ScoreRule.AllOrNothing, Source = ArrangeSteps.Course }));
                db.AddRange(Enumerable.Range(1, answered).Select(number => new AnswerEntry
                { AttemptId = attempt.Id, Item = number, Version = 1, Choice = "A", SavedAt = now.AddMinutes(-silent), IsLate = false }));
                saved += answered > 0 ? 1 : 0;
                atRisk += RiskRule.Find(attempt.Deadline, answered > 0 ? now.AddMinutes(-silent) : attempt.StartedAt, 6, answered, now) is null ? 0 : 1;
            }

            return await db.SaveChangesAsync();
        });

        var page = await officer.ReadAsync($"/quizzes/{slug}/results/live");

        Assert.InRange(atRisk, 1, people.Count);
        Assert.Contains($"可能需要帮助的{atRisk}人", page, StringComparison.Ordinal);
        Assert.Equal(saved, FigureOf(page, "其中已有答案保存"));
        Assert.Equal(people.Count, FigureOf(page, "正在作答"));
    }

    private static Dictionary<string, string> Held(Dictionary<string, string> more) =>
        new(more) { ["Score"] = "AfterWindow", ["Answers"] = "AfterWindow", ["Explanations"] = "Never" };

    private static int FigureOf(string page, string name) =>
        int.Parse(Regex.Match(page, $"<dt>{name}</dt><dd><span class=\"th-fig\">([0-9,]+)<", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>A question of the city's bank, published by its only author.</summary>
    private async Task<QuestionVersion> PublishedAsync(TestBrowser city, string stem, Guid? folder = null)
    {
        var address = await city.WriteAsync(stem, BankActions.City);
        if (folder is { } id)
        {
            using var moved = await city.PostAsync(address, BankActions.Form(stem, BankActions.City, new("Folder", $"{id}"), new("Revision", await city.RevisionAsync(address))));
            Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "submission"));
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "publication"));
        var hash = (await app.KeptAsync(address)).Hash;
        return (await app.InsideAsync(async services => await services.GetRequiredService<QuestionShelf>().QuestionsAsync([hash], default)))[hash];
    }

    private async Task<Guid> FolderAsync(TestBrowser city, string name, Guid? parent = null)
    {
        using var made = await city.PostAsync("/questions/folders", new() { ["unit"] = BankActions.City, ["name"] = name, ["parent"] = $"{parent}" });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return await app.WithDbAsync(db => db.BankFolders.Where(folder => folder.Name == name).Select(folder => folder.Id).SingleAsync());
    }

    private async Task<List<AttemptItem>> ItemsAsync(string personKey, string slug)
    {
        var attempt = await app.AttemptAsync(personKey, slug: slug);
        return await app.WithDbAsync(db => db.AttemptItems.AsNoTracking().Where(item => item.AttemptId == attempt.Id).OrderBy(item => item.Number).ToListAsync());
    }

    /// <summary>Begins, waits for the preview, applies and waits; the preview's page.</summary>
    private async Task<string> RegradeAsync(TestBrowser officer, string slug, Dictionary<string, string> fields)
    {
        using var begun = await officer.PostAsync($"/quizzes/{slug}/regrades", fields);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var address = begun.Headers.Location!.OriginalString;
        var number = int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
        await UntilAsync(RegradeState.Previewed);
        var preview = await officer.ReadAsync(address);
        using var applied = await officer.PostAsync($"{address}/application", []);
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        await UntilAsync(RegradeState.Applied);
        return preview;

        async Task UntilAsync(RegradeState state)
        {
            for (var time = 0; time < 100; time++)
            {
                if (await app.WithDbAsync(db => db.Regrades.AnyAsync(regrade => regrade.QuizSlug == slug && regrade.Number == number && regrade.State == state)))
                {
                    return;
                }

                await Task.Delay(100);
            }

            Assert.Fail($"Regrade {number} did not become {state}.");
        }
    }

    private Task<List<Guid>> PeopleAsync(string unit)
    {
        var (id, today) = (WorldIds.Of("organization", unit), DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8)));
        return app.WithDbAsync(db => (
            from membership in db.Memberships
            where membership.SupersededAt == null && membership.From <= today && today <= membership.Until
            join path in db.OrganizationPaths on membership.OrganizationId equals path.DescendantId
            where path.AncestorId == id && path.SupersededAt == null && path.From <= today && today <= path.Until
            select membership.PersonId).Distinct().OrderBy(personId => personId).ToListAsync());
    }
}

public sealed class ArrangedJoinsOnSqlite(SqliteApp app) : ArrangedJoinsTests(app), IClassFixture<SqliteApp>;

public sealed class ArrangedJoinsOnPostgres(PostgresApp app) : ArrangedJoinsTests(app), IClassFixture<PostgresApp>;
