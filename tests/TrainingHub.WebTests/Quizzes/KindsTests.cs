using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>Every kind of question from the paper to the mark.</summary>
public abstract class KindsTests(WebApp app)
{
    private const string Path = $"/quizzes/{AllKinds.Slug}/attempts/1";
    private const string Marks = $"/quizzes/{AllKinds.Slug}/marks";

    [Fact]
    public async Task The_quiz_of_a_course_draws_by_tag_and_case_with_a_fixed_question()
    {
        var written = AllKinds.Questions.Single(question => question.Prompt.Kind is QuestionKind.Written).Prompt.Id;
        await AllKinds.PublishAsync(app, "planned", new PaperPlan
        {
            Fixed = [new FixedQuestion(new QuestionName("", written), 5)],
            Sections = [new PaperSection(new PaperFilter { Tag = "FillIn", From = 1, Until = 3 }, 1, 4) { Rule = ScoreRule.Partial }, new PaperSection(new PaperFilter(), 1, 7) { DrawsCases = true }],
        });
        await AllKinds.PublishAsync(app, "lacking", new PaperPlan { Sections = [new PaperSection(new PaperFilter { Tag = "没有这个标签" }, 2, 4)] });
        using var learner = await app.SignInAsync(SmallWorld.Teacher);

        var (intro, lacking) = (await learner.ReadAsync("/quizzes/planned-quiz"), await learner.ReadAsync("/quizzes/lacking-quiz"));
        using var refused = await learner.PostAsync("/quizzes/lacking-quiz/attempts", []);
        await learner.StartAsync("planned-quiz");

        var attempt = await app.AttemptAsync(SmallWorld.Teacher, slug: "planned-quiz");
        var items = await app.WithDbAsync(db => db.AttemptItems.AsNoTracking().Where(item => item.AttemptId == attempt.Id).OrderBy(item => item.Number).ToListAsync());
        Assert.Contains("必考题1道，共5分", intro, StringComparison.Ordinal);
        Assert.Contains("案例题1组，每组7分", intro, StringComparison.Ordinal);
        Assert.Contains("一组案例算一题", intro, StringComparison.Ordinal);
        Assert.Equal(16, attempt.FullPoints);
        Assert.Equal([(5, ScoreRule.AllOrNothing), (4, ScoreRule.Partial), (4, ScoreRule.AllOrNothing), (3, ScoreRule.AllOrNothing)], items.Select(item => (item.Points, item.Rule)));
        Assert.Equal([QuestionKind.Written, QuestionKind.FillIn], items.Take(2).Select(item => AllKinds.Questions.Single(question => string.Equals(question.Hash, item.QuestionHash, StringComparison.Ordinal)).Prompt.Kind));
        Assert.All(items, item => Assert.Null(item.Source));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.DoesNotContain("action=\"/quizzes/lacking-quiz/attempts\"", lacking, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_is_answered_marked_by_a_person_and_passed_on_the_day_of_handing_in()
    {
        await AllKinds.PublishAsync(app);
        using var learner = await app.SignInAsync(SmallWorld.Principal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        await learner.StartAsync(AllKinds.Slug);
        var seen = await learner.ReadAsync(Path);
        await learner.AnswerAllAsync(Path, await AllKinds.RightAsync(app, SmallWorld.Principal));
        var saved = await learner.ReadAsync(Path);
        Assert.Equal(HttpStatusCode.Redirect, await learner.HandInAsync(Path));
        var (waiting, receipt, intro) = (await learner.ReadAsync(Path), await learner.ReadAsync($"{Path}/receipt"), await learner.ReadAsync($"/quizzes/{AllKinds.Slug}"));
        var attempt = await app.AttemptAsync(SmallWorld.Principal, slug: AllKinds.Slug);
        var list = await officer.ReadAsync(Marks);
        using var exported = await officer.GetAsync($"{Marks}.csv?state=Yours&sort=Code.down");
        var csv = await exported.Content.ReadAsStringAsync();
        var mark = Regex.Match(list, $"{Marks}/{attempt.Id}/\\d+").Value;
        var form = await officer.ReadAsync(mark);
        app.Clock.Move(TimeSpan.FromDays(3));
        using var given = await officer.PostAsync(mark, [new("Given", "1"), new("Given", "3"), new("Comment", "写得清楚。")]);
        var result = await learner.ReadAsync(Path);
        var graded = await app.AttemptAsync(SmallWorld.Principal, slug: AllKinds.Slug);

        Assert.Equal(1, Regex.Count(seen, "情景：食堂后厨的灶台起火。"));
        Assert.Contains("value=\"@150,250\"", saved, StringComparison.Ordinal);
        Assert.Contains("先报警，", saved, StringComparison.Ordinal);
        Assert.Contains("已经交卷，等待评阅", waiting, StringComparison.Ordinal);
        Assert.Contains("上一次作答正在评阅", intro, StringComparison.Ordinal);
        Assert.Contains("重大事故隐患", receipt, StringComparison.Ordinal);
        // What the learner wrote is told back, the key is not.
        Assert.DoesNotContain(AllKinds.Canary, (waiting + receipt + intro).Replace($"{AllKinds.Canary}两", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((null, null), (attempt.Points, attempt.Passed));
        Assert.DoesNotContain("沈知南", list + form + csv, StringComparison.Ordinal);
        Assert.Contains("待你评阅", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("先报警，", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.Equal((graded.FullPoints, true), (graded.Points, graded.Passed));
        Assert.Contains("写得清楚。", result, StringComparison.Ordinal);
        Assert.Contains("1次判定，判对1次（100%）", result, StringComparison.Ordinal);
        Assert.Contains("<polygon points=", result, StringComparison.Ordinal);
        var record = await app.WithDbAsync(db => db.TrainingRecords.AsNoTracking().Where(r => r.AttemptId == attempt.Id).ToListAsync());
        Assert.All(record, one => Assert.Equal(DateOnly.FromDateTime(attempt.SubmittedAt!.Value.AddHours(8)), one.CompletionDay));
        await Assert.ThrowsAnyAsync<Exception>(() => app.WithDbAsync(db => db.AnswerMarks.ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task A_form_without_script_saves_every_kind_and_tells_what_it_cannot()
    {
        await AllKinds.PublishAsync(app);
        using var learner = await app.SignInAsync(SmallWorld.VicePrincipal);
        await learner.StartAsync(AllKinds.Slug);
        var right = await AllKinds.RightAsync(app, SmallWorld.VicePrincipal);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            var item = await AllKinds.NumberAsync(app, SmallWorld.VicePrincipal, kind);
            fields.AddRange([new($"version-{item}", "0"), new($"shown-{item}", "")]);
            fields.AddRange(FieldsOf(kind, right[item]).Select(field => KeyValuePair.Create($"{field.Name}-{item}", field.Value)));
        }

        var ordering = await AllKinds.NumberAsync(app, SmallWorld.VicePrincipal, QuestionKind.Ordering);
        var twice = fields.ConvertAll(field => string.Equals(field.Key, $"order-{ordering}", StringComparison.Ordinal) ? KeyValuePair.Create(field.Key, "A") : field);
        using var refused = await learner.PostAsync($"{Path}/answers", twice);
        using var saved = await learner.PostAsync($"{Path}/answers", fields);
        var answers = await app.WithDbAsync(db => db.AnswerEntries.AsNoTracking().OrderBy(entry => entry.Version).ToListAsync());
        var attempt = await app.AttemptAsync(SmallWorld.VicePrincipal, slug: AllKinds.Slug);
        var newest = answers.Where(entry => entry.AttemptId == attempt.Id).GroupBy(entry => entry.Item).ToDictionary(entries => entries.Key, entries => entries.Last().Choice);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("同一个步骤用了两次", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<QuestionKind>().Except([QuestionKind.Hotspot]))
        {
            var item = await AllKinds.NumberAsync(app, SmallWorld.VicePrincipal, kind);
            Assert.Equal(right[item], newest[item]);
        }
    }

    [Fact]
    public async Task A_picture_is_shown_to_whom_the_paper_is_and_to_nobody_else()
    {
        await AllKinds.PublishAsync(app);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanPrincipal);
        using var nobody = new TestBrowser(app);
        await learner.StartAsync(AllKinds.Slug);
        var address = $"{Path}/pictures/{AllKinds.Picture.File}";

        using var shown = await learner.GetAsync(address);
        using var unknown = await learner.GetAsync($"{Path}/pictures/{new string('0', 64)}");
        using var foreign = await stranger.GetAsync(address);
        using var signedOut = await nobody.GetAsync(address);
        using var asCourse = await learner.GetAsync($"/courses/{AllKinds.Course}/files/{AllKinds.Picture.File}/corridor.png");

        Assert.Equal((HttpStatusCode.OK, "image/png", true), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType, shown.Headers.CacheControl?.NoStore));
        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.NotFound],
            [unknown.StatusCode, foreign.StatusCode, signedOut.StatusCode, asCourse.StatusCode]);
    }

    [Fact]
    public async Task Marks_and_receipts_are_only_for_whom_they_are()
    {
        await AllKinds.PublishAsync(app);
        using var learner = await app.SignInAsync(SmallWorld.BinhePrincipal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var far = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var nobody = new TestBrowser(app);
        await learner.StartAsync(AllKinds.Slug);
        using var open = await learner.GetAsync($"{Path}/receipt");
        await learner.AnswerAllAsync(Path, await AllKinds.RightAsync(app, SmallWorld.BinhePrincipal));
        await learner.HandInAsync(Path);
        var attempt = await app.AttemptAsync(SmallWorld.BinhePrincipal, slug: AllKinds.Slug);
        var mark = $"{Marks}/{attempt.Id}/{await AllKinds.NumberAsync(app, SmallWorld.BinhePrincipal, QuestionKind.Written)}";

        Assert.Equal(HttpStatusCode.NotFound, open.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(mark)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync($"{Path}/receipt")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(Marks)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync($"{Marks}.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/quizzes/nothing/marks.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync($"{Marks}.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"{Marks}.csv?question=none&state=nothing&sort=x&page=-4")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(mark)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"{Path}/receipt")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Marks}/{attempt.Id}/99")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/quizzes/no-such-quiz/marks")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(mark, [new("Given", "9"), new("Given", "3")])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(mark, [new("Given", "1"), new("Given", "3"), new("Comment", new string('长', 1001))])).StatusCode);
        Assert.Equal(0, await app.WithDbAsync(db => db.AnswerMarks.CountAsync(one => one.AttemptId == attempt.Id)));
    }

    [Theory]
    [InlineData("k-ordering")]
    [InlineData("k-matching")]
    [InlineData("k-fill-in")]
    [InlineData("k-hotspot")]
    [InlineData("k-judgement")]
    public async Task Practice_asks_and_grades_every_kind_at_once(string id)
    {
        await AllKinds.PublishAsync(app);
        using var learner = await app.SignInAsync(SmallWorld.Responsible);
        var question = AllKinds.Questions.Single(one => string.Equals(one.Prompt.Id, id, StringComparison.Ordinal));
        var path = $"/practice/questions/{AllKinds.Course}/{id}";
        var asked = await learner.ReadAsync(path);
        var seal = Regex.Match(asked, "name=\"order\" value=\"([^\"]*)\"").Groups[1].Value;
        var item = new PaperItem(1, question.Hash, OrderOf(asked, question), 1);

        using var nothing = await learner.PostAsync($"{path}/answers", [new("order", seal)]);
        using var forged = await learner.PostAsync($"{path}/answers", [new("order", "0,1,2"), .. Named(question, item)]);
        using var answered = await learner.PostAsync($"{path}/answers", [new("order", seal), .. Named(question, item)]);
        var told = await learner.ReadAsync(answered.Headers.Location!.OriginalString);

        Assert.DoesNotContain(AllKinds.Canary, asked, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (nothing.StatusCode, forged.StatusCode));
        Assert.Contains("回答正确", told, StringComparison.Ordinal);
        Assert.Contains(AllKinds.Canary, told, StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Named(QuestionVersion question, PaperItem item) =>
        FieldsOf(question.Prompt.Kind, AllKinds.Right(question, item)).Select(field => KeyValuePair.Create($"{field.Name}-1", field.Value));

    internal static IEnumerable<(string Name, string Value)> FieldsOf(QuestionKind kind, string text) => kind switch
    {
        QuestionKind.FillIn => text.Split('\n').Select(blank => ("blank", blank)),
        QuestionKind.Ordering => text.Select(letter => ("order", $"{letter}")),
        QuestionKind.Matching => text.Select(letter => ("match", $"{letter}")),
        QuestionKind.Judgement => text.Split(';').Zip(["level", "clause", "sure"]).Select(part => (part.Second, part.First)),
        // As browsers send line ends.
        QuestionKind.Written => [("text", text.Replace("\n", "\r\n", StringComparison.Ordinal))],
        QuestionKind.Hotspot => [("spots", text)],
        _ => text.Select(letter => ("choice", $"{letter}")),
    };

    /// <summary>The order in which the page shows what bears letters.</summary>
    private static List<int> OrderOf(string html, QuestionVersion question)
    {
        var lettered = question.Prompt.Kind is QuestionKind.Matching ? question.Prompt.Targets : question.Prompt.Options;
        return [.. lettered.Index().OrderBy(option => html.IndexOf(option.Item, StringComparison.Ordinal)).Select(option => option.Index)];
    }
}

public sealed class KindsOnSqlite(SqliteApp app) : KindsTests(app), IClassFixture<SqliteApp>;

public sealed class KindsOnPostgres(PostgresApp app) : KindsTests(app), IClassFixture<PostgresApp>;
