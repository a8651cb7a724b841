using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Contests;
using TrainingHub.Contests.Stage;
using TrainingHub.Notices;
using TrainingHub.Programmes;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Contests.Stage;

public abstract class StageContestTests(WebApp app)
{
    private static readonly StageRound Individual = new() { Block = StageBlock.Individual, Questions = 1, Points = 10, Seconds = 20 };
    private static readonly StageRound Buzz = new() { Block = StageBlock.Buzz, Questions = 3, Points = 10, Seconds = 20, Deducts = true, FalseStartPoints = 10, GoesToAudience = true };
    private static readonly StageRound Risk = new() { Block = StageBlock.Risk, Questions = 1, Points = 0, Seconds = 60, Deducts = true, MayName = true };
    private static readonly StageRound Tie = new() { Block = StageBlock.SuddenDeath, Questions = 3, Points = 10, Seconds = 20, Deducts = true, FalseStartPoints = 10 };

    [Fact]
    public async Task Is_played_by_devices_and_by_a_host_who_types_and_tells_no_key_before_it_is_shown()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var red = app.Visitor();
        var code = await host.StageAsync(Individual, Risk);
        await red.TakeAsync(code, (await KeysOfTeamsAsync(code))[0]);
        var keys = await app.KeysAsync(code);
        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);

        // Red answers by its device, blue's answer is typed, green's was heard.
        await host.StageStepAsync(code, ContestEntryKind.Asked);
        using var early = await red.MoveAsync(code, ContestEntryKind.Given, 1, keys[0]);
        await host.StageStepAsync(code, ContestEntryKind.Opened);
        var told = (await red.JsonAsync($"/contests/{code}/state?after=-1")).ToString();
        Assert.Contains("\"question\":", told, StringComparison.Ordinal);
        Assert.DoesNotContain("\"right\":", told, StringComparison.Ordinal);
        foreach (var page in new[] { "host", "host/now", "screen", "screen/now" })
        {
            Assert.DoesNotContain("正确答案<", await host.ReadAsync($"/contests/{code}/{page}"), StringComparison.Ordinal);
        }

        using var shapeless = await red.MoveAsync(code, ContestEntryKind.Given, 1, "Z");
        using var given = await red.MoveAsync(code, ContestEntryKind.Given, 1, keys[0], "once");
        using var again = await red.MoveAsync(code, ContestEntryKind.Given, 1, keys[0], "once");
        using var changed = await red.MoveAsync(code, ContestEntryKind.Given, 1, ContestSteps.Wrong(keys[0]));
        // Nobody is told what the team answered.
        Assert.DoesNotContain($"\"{keys[0]}\"", (await red.JsonAsync($"/contests/{code}/state?after=-1")).GetProperty("spoken").ToString(), StringComparison.Ordinal);
        await host.StageStepAsync(code, ContestEntryKind.Judged);
        Assert.Equal(keys[0], (await red.JsonAsync($"/contests/{code}/state?after=-1")).GetProperty("right").GetString());
        await host.StartAsync(code);
        using var another = await red.MoveAsync(code, ContestEntryKind.Given, 2, keys[1]);
        await host.StageStepAsync(code, ContestEntryKind.Given, 2, keys[1].ToLowerInvariant());
        await host.StageStepAsync(code, ContestEntryKind.Judged);
        await host.StartAsync(code);
        await host.StageStepAsync(code, ContestEntryKind.Judged, text: "right");

        // Red names blue, which abstains, as good as wrong; blue declines; green answers itself and is right.
        app.Services.GetRequiredService<ContestRooms>().Forget();
        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);
        using var chosen = await red.MoveAsync(code, ContestEntryKind.Chosen, others: new() { ["Points"] = "30", ["To"] = "2" });
        await host.StartAsync(code);
        await host.StageStepAsync(code, ContestEntryKind.Abstained, 2);
        await host.StageStepAsync(code, ContestEntryKind.Judged);
        await host.StageStepAsync(code, ContestEntryKind.Abstained, 2);
        await host.StageStepAsync(code, ContestEntryKind.Chosen, 3, others: new() { ["Amount"] = "20" });
        await host.StartAsync(code);
        await host.StageStepAsync(code, ContestEntryKind.Judged, text: "right");
        await host.StageStepAsync(code, ContestEntryKind.Penalized, 2, nameof(StageOffence.Noise), new() { ["Reason"] = "观众席喧哗" });
        await host.StageStepAsync(code, ContestEntryKind.Finished);

        Assert.Equal(
            [HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.OK],
            new[] { early, shapeless, given, again, changed, another, chosen }.Select(answer => answer.StatusCode));
        Assert.Equal(await given.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal([140, 90, 130], await PointsAsync(code));
        var sheet = await host.ReadAsync($"/contests/{code}/sheet");
        Assert.All(["观众席喧哗", "裁判长", "记分员", "监督员", "第2小学"], words => Assert.Contains(words, sheet, StringComparison.Ordinal));
        Assert.Contains("红队,第1小学,100,10,30,0,140", await host.ReadAsync($"/contests/{code}/sheet.csv"), StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await host.Http.GetByteArrayAsync(new Uri($"/contests/{code}/sheet.xlsx", UriKind.Relative)))[0]);
        Assert.Contains("最终名次", await host.ReadAsync($"/contests/{code}/screen"), StringComparison.Ordinal);
        await AssertReplayAsync(host, code);
    }

    [Fact]
    public async Task Of_two_who_buzz_at_once_one_is_first_and_who_starts_falsely_is_punished()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var teams = Enumerable.Range(0, 3).Select(_ => app.Visitor()).ToList();
        var code = await host.StageAsync(Buzz, Tie);
        foreach (var (team, key) in teams.Zip(await KeysOfTeamsAsync(code)))
        {
            await team.TakeAsync(code, key);
        }

        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);
        using var nothing = await teams[0].MoveAsync(code, ContestEntryKind.Buzzed, 1);
        await host.StageStepAsync(code, ContestEntryKind.Asked);
        using var falsely = await teams[2].MoveAsync(code, ContestEntryKind.Buzzed, 1);
        await host.StageStepAsync(code, ContestEntryKind.Opened);
        using var sitting = await teams[2].MoveAsync(code, ContestEntryKind.Buzzed, 1);
        var buzzes = await Task.WhenAll(teams.Take(2).SelectMany(team => Enumerable.Range(0, 3).Select(turn => team.MoveAsync(code, ContestEntryKind.Buzzed, 1, id: $"b{turn}"))));
        var first = Assert.Single(await app.LogAsync(code), entry => entry.Kind is ContestEntryKind.Buzzed).Seat!.Value;
        using var foreign = await teams[2 - first].MoveAsync(code, ContestEntryKind.Given, 1, "A");
        // A process that knows nothing of it goes on from the log.
        app.Services.GetRequiredService<ContestRooms>().Forget();
        await host.StageStepAsync(code, ContestEntryKind.Judged, text: "wrong");
        Assert.DoesNotContain("\"right\":\"", (await teams[0].JsonAsync($"/contests/{code}/state?after=-1")).ToString(), StringComparison.Ordinal);
        await host.StageStepAsync(code, ContestEntryKind.PassedOn);
        await host.StageStepAsync(code, ContestEntryKind.Revealed);

        Assert.Contains("FalseStarted", await falsely.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict], new[] { nothing, falsely, sitting, foreign }.Select(answer => answer.StatusCode));
        Assert.Equal(1, buzzes.Count(buzz => buzz.IsSuccessStatusCode));
        int[] expected = [100, 100, 90];
        expected[first - 1] = 90;
        Assert.Equal(expected, await PointsAsync(code));

        // The two who are equal win the place from each other; the third only looks on.
        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);
        await host.StartAsync(code);
        using var outside = await teams[2 - first].MoveAsync(code, ContestEntryKind.Buzzed, 2);
        await host.StageStepAsync(code, ContestEntryKind.Buzzed, 3);
        await host.StageStepAsync(code, ContestEntryKind.Judged, text: "right");
        await host.StageStepAsync(code, ContestEntryKind.Finished);
        Assert.Equal(HttpStatusCode.Conflict, outside.StatusCode);
        var ranking = ContestState.Of(await app.LogAsync(code)).Ranking;
        Assert.Equal([3 - first, 3, first], ranking.Select(line => line.Seat));
        Assert.Equal([1, 2, 3], ranking.Select(line => line.Rank));
        await AssertReplayAsync(host, code);
        teams.ForEach(team => team.Dispose());
        buzzes.ToList().ForEach(buzz => buzz.Dispose());
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_rulings_need_a_reason()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var saved = await host.PostAsync("/contests/stages", StageSteps.Fields(Individual));
        var code = saved.Headers.Location!.OriginalString.Split('/')[2];
        using var visitor = app.Visitor();
        Assert.Contains("竞赛还没有开放", await visitor.ReadAsync($"/contests/{code}/team"), StringComparison.Ordinal);
        Assert.Contains("竞赛还没有开放", await visitor.ReadAsync($"/contests/{code}/teams/AAAABBBBCCCC"), StringComparison.Ordinal);
        var version = new Dictionary<string, string>(StageSteps.Fields(Individual, Buzz), StringComparer.Ordinal) { ["Version"] = "1" };
        using var updated = await host.PostAsync($"/contests/{code}/stage/settings", version);
        using var second = await host.PostAsync($"/contests/{code}/stage/settings", version);
        using var unseen = await host.PostAsync($"/contests/{code}/stage/settings/preparation", new() { ["version"] = "1" });
        using var prepared = await host.PostAsync($"/contests/{code}/stage/settings/preparation", new() { ["version"] = "2" });
        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);
        using var stale = await host.PostAsync($"/contests/{code}/stage/steps", new() { ["Kind"] = "Asked", ["After"] = "1" });
        using var unready = await host.TryStageAsync(code, ContestEntryKind.Opened);
        await host.StartAsync(code);
        using var misread = await host.TryStageAsync(code, ContestEntryKind.Given, 1, "Z");
        await host.StageStepAsync(code, ContestEntryKind.Judged, text: "wrong");
        var ruling = new Dictionary<string, string>(StringComparer.Ordinal) { ["Item"] = "1", ["As"] = "1" };
        using var unreasoned = await host.TryStageAsync(code, ContestEntryKind.Ruled, 1, others: ruling);
        await host.StageStepAsync(code, ContestEntryKind.Ruled, 1, others: new(ruling, StringComparer.Ordinal) { ["Reason"] = "裁判听错" });
        await host.StageStepAsync(code, ContestEntryKind.Adjusted, 2, others: new() { ["Amount"] = "5", ["Reason"] = "更正" });

        Assert.All([updated, prepared], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.All([second, unseen, stale, unready], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.All([misread, unreasoned], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal([110, 105, 100], await PointsAsync(code));
        Assert.Contains("裁判听错", await host.ReadAsync($"/contests/{code}/sheet"), StringComparison.Ordinal);
        Assert.Contains("甲式", await host.ReadAsync("/contests/stages/new?preset=A"), StringComparison.Ordinal);
        Assert.Contains("乙式", await host.ReadAsync("/contests/stages/new?preset=B"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_on_a_paper_with_a_question_of_the_contest_takes_no_team()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.LearnerAsync(SmallWorld.Teacher);
        await learner.StartAsync();
        using var saved = await host.PostAsync("/contests/stages", StageSteps.Fields(Individual));
        var code = saved.Headers.Location!.OriginalString.Split('/')[2];
        var attempt = await app.AttemptAsync(SmallWorld.Teacher);
        await app.WithDbAsync(async db =>
        {
            var asked = await db.AttemptItems.Where(item => item.AttemptId == attempt.Id).OrderBy(item => item.Number).FirstAsync();
            return await db.ContestItems.Where(item => item.Number == 1 && db.Contests.Any(contest => contest.Id == item.ContestId && contest.Code == code))
                .ExecuteUpdateAsync(item => item.SetProperty(one => one.QuestionHash, asked.QuestionHash).SetProperty(one => one.OptionOrder, asked.OptionOrder).SetProperty(one => one.Source, attempt.CourseSlug));
        });
        using var prepared = await host.PostAsync($"/contests/{code}/stage/settings/preparation", new() { ["version"] = "1" });
        var key = (await KeysOfTeamsAsync(code))[0];

        using var refused = await learner.PostAsync($"/contests/{code}/teams/{key}", new() { ["token"] = new string('a', 43) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("交卷后才能接入", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_people_of_the_unit_or_guests_and_do_not_practise_what_is_asked()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var far = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var visitor = app.Visitor();
        using var member = await app.SignInAsync(SmallWorld.VicePrincipal);
        var (code, memberId) = (await host.DraftStageAsync(Individual), WorldIds.Of("person", SmallWorld.VicePrincipal));
        var page = $"/contests/{code}/stage/members";
        var keys = await app.WithDbAsync(async db =>
            JsonDocument.Parse((await db.Contests.AsNoTracking().SingleAsync(contest => contest.Code == code)).Stage!).RootElement.GetProperty("teams").EnumerateArray().Select(team => team.GetProperty("key").GetString()!).ToList());
        Dictionary<string, string> Named(string first, string second, string version = "1", string number = "1") => new(StringComparer.Ordinal)
        {
            ["Version"] = version,
            ["Members[0].Team"] = keys[0],
            ["Members[0].Number"] = number,
            ["Members[0].Who"] = first,
            ["Members[1].Team"] = keys[1],
            ["Members[1].Number"] = "1",
            ["Members[1].Who"] = second,
        };

        using var unknown = await host.PostAsync(page, Named("YL999999", "王安"));
        using var foreign = await host.PostAsync(page, Named(StaffNumber(SmallWorld.WangchuanOfficer), "王安"));
        using var twice = await host.PostAsync(page, Named(StaffNumber(SmallWorld.VicePrincipal), StaffNumber(SmallWorld.VicePrincipal)));
        using var beyond = await host.PostAsync(page, Named("李平", "王安", number: "2"));
        using var markup = await host.PostAsync(page, Named("<>", "王安"));
        using var saved = await host.PostAsync(page, Named(StaffNumber(SmallWorld.VicePrincipal).ToLowerInvariant(), "<b>王安"));
        using var second = await host.PostAsync(page, Named("李平", "王安"));
        using var unseen = await host.PostAsync($"/contests/{code}/stage/settings/preparation", new() { ["version"] = "1" });
        Assert.All([unknown, foreign, twice, beyond, markup], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Conflict], new[] { saved, second, unseen }.Select(answer => answer.StatusCode));
        var form = await host.ReadAsync(page);
        Assert.All([StaffNumber(SmallWorld.VicePrincipal), "value=\"b王安\""], who => Assert.Contains(who, form, StringComparison.Ordinal));

        // Who sits there stays also without a number: the field has the name then. A name is as long as it is.
        var chosen = SmallWorld.Make().People.Single(person => string.Equals(person.Key, SmallWorld.VicePrincipal, StringComparison.Ordinal));
        await app.WithDbAsync(db => db.People.Where(person => person.Id == memberId).ExecuteUpdateAsync(person => person.SetProperty(one => one.StaffNumber, (string?)null)));
        Assert.Contains($"value=\"{chosen.Name}\"", await host.ReadAsync(page), StringComparison.Ordinal);
        using var unchanged = await host.PostAsync(page, Named(chosen.Name, "阿卜杜热合曼·买买提艾力江", version: "2"));
        await app.WithDbAsync(db => db.People.Where(person => person.Id == memberId).ExecuteUpdateAsync(person => person.SetProperty(one => one.StaffNumber, chosen.StaffNumber)));
        Assert.Equal(HttpStatusCode.Redirect, unchanged.StatusCode);
        var after = WebUtility.HtmlDecode(await host.ReadAsync(page));
        Assert.All([chosen.StaffNumber, "value=\"阿卜杜热合曼·买买提艾力江\""], who => Assert.Contains(who, after, StringComparison.Ordinal));

        // The team keeps its member whatever it is called; one that is gone takes its own along.
        var renamed = new Dictionary<string, string>(StageSteps.Fields(Individual), StringComparer.Ordinal) { ["Version"] = "3", ["Teams[0].Name"] = "先锋队", ["Teams[0].Key"] = keys[0], ["Teams[1].Key"] = "ZZZZZZZZZZZZ", ["Teams[2].Key"] = keys[2] };
        using var updated = await host.PostAsync($"/contests/{code}/stage/settings", renamed);
        using var prepared = await host.PostAsync($"/contests/{code}/stage/settings/preparation", new() { ["version"] = "4" });
        using var late = await host.PostAsync(page, Named("李平", "", version: "4"));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Conflict], new[] { updated, prepared, late }.Select(answer => answer.StatusCode));
        Assert.Equal(memberId, Assert.Single(await app.WithDbAsync(db => db.StageMembers.AsNoTracking().Where(one => db.Contests.Any(contest => contest.Id == one.ContestId && contest.Code == code)).ToListAsync())).PersonId);

        // Without a seat of their own: what the stage asks is withheld until it ends, and it stands among their contests.
        var name = SmallWorld.Make().People.Single(person => string.Equals(person.Key, SmallWorld.VicePrincipal, StringComparison.Ordinal)).Name;
        var drawn = await app.WithDbAsync(db => db.ContestItems.CountAsync(item => db.Contests.Any(contest => contest.Id == item.ContestId && contest.Code == code)));
        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);
        await host.StartAsync(code);
        Assert.Equal(drawn, await WithheldAsync(memberId));
        var own = await member.ReadAsync("/contests");
        Assert.All([$"/contests/{code}\"", "已列入参赛队员名单"], words => Assert.Contains(words, own, StringComparison.Ordinal));
        Assert.Contains($"先锋队 1号作答（{name}）", await host.ReadAsync($"/contests/{code}/host"), StringComparison.Ordinal);
        Assert.DoesNotContain(name, await host.ReadAsync($"/contests/{code}/screen"), StringComparison.Ordinal);
        Assert.DoesNotContain(name, await host.ReadAsync($"/contests/{code}/log.csv"), StringComparison.Ordinal);
        await host.StageStepAsync(code, ContestEntryKind.Judged, text: "right");
        await host.StageStepAsync(code, ContestEntryKind.Finished);
        Assert.Equal(0, await WithheldAsync(memberId));
        var sheet = await host.ReadAsync($"/contests/{code}/sheet");
        Assert.All([name, "队员签字", "1人（未登记姓名）"], words => Assert.Contains(words, sheet, StringComparison.Ordinal));
        Assert.Contains($"1号 {name}", await host.ReadAsync($"/contests/{code}/sheet.csv"), StringComparison.Ordinal);

        using var hall = await host.GetAsync($"/contests/{await host.ContestAsync()}/stage/members");
        using var outside = await far.GetAsync(page);
        using var unable = await far.PostAsync(page, Named("李平", "王安"));
        using var nowhere = await host.GetAsync("/contests/ZZZZZZ/stage/members");
        using var signedOut = await visitor.GetAsync(page);
        Assert.All([hall, outside, unable, nowhere], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.True(signedOut.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_renewed_code_puts_out_the_devices_of_one_team_and_whoever_tries_codes_is_stopped()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var far = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var phone = app.Visitor();
        using var tablet = app.Visitor();
        using var blue = app.Visitor();
        using var guesser = app.Visitor();
        var code = await host.StageAsync(Individual with { Block = StageBlock.Shared, Questions = 2 });
        var codes = await KeysOfTeamsAsync(code);
        await phone.TakeAsync(code, codes[0]);
        await tablet.TakeAsync(code, codes[0]);
        await blue.TakeAsync(code, codes[1]);
        var keys = await app.KeysAsync(code);
        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);
        await host.StartAsync(code);

        // Of two devices of one team the first counts, and the other one is told.
        using var first = await phone.MoveAsync(code, ContestEntryKind.Given, 1, keys[0]);
        using var other = await tablet.MoveAsync(code, ContestEntryKind.Given, 1, ContestSteps.Wrong(keys[0]));
        Assert.Contains("已接入2台设备", await host.ReadAsync($"/contests/{code}/host"), StringComparison.Ordinal);
        Assert.Contains("已接入2台设备", await host.ReadAsync($"/contests/{code}/host/devices"), StringComparison.Ordinal);
        Assert.Contains("1 / 3队已作答", await host.ReadAsync($"/contests/{code}/screen"), StringComparison.Ordinal);
        using var foreign = await far.PostAsync($"/contests/{code}/stage/steps", new() { ["Kind"] = "DeviceRenewed", ["After"] = "1", ["Team"] = "1" });
        using var nobody = await host.PostAsync($"/contests/{code}/stage/steps", new() { ["Kind"] = "DeviceRenewed", ["After"] = "1", ["Team"] = "9" });
        // Whatever has happened since the page with the codes was opened.
        using var renewed = await host.PostAsync($"/contests/{code}/stage/steps", new() { ["Kind"] = "DeviceRenewed", ["After"] = "1", ["Team"] = "1" });
        // Pressed twice, it is renewed once; and what waited in the queue with the code of before comes too late.
        using var pressed = await host.PostAsync($"/contests/{code}/stage/steps", new() { ["Kind"] = "DeviceRenewed", ["After"] = "1", ["Team"] = "1", ["Device"] = "0" });
        var room = await app.RoomAsync(code);
        var writer = app.Services.GetRequiredService<ContestWriter>();
        Assert.Equal(new ActionOutcome.Refused(ContestRefusal.NotJoining), await writer.RunAsync(new ContestAction.TakeTeam(room.Id, $"{1:x64}", 1, codes[0], default), default));
        using var gone = await phone.MoveAsync(code, ContestEntryKind.Given, 1, keys[0]);
        using var kept = await blue.MoveAsync(code, ContestEntryKind.Given, 1, keys[0]);
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.OK],
            new[] { first, other, foreign, nobody, renewed, pressed, gone, kept }.Select(answer => answer.StatusCode));
        Assert.Contains("这台设备已退出本队", await tablet.ReadAsync($"/contests/{code}/team"), StringComparison.Ordinal);
        Assert.Contains("这台设备已退出本队", await guesser.ReadAsync($"/contests/{code}/teams/{codes[0]}"), StringComparison.Ordinal);
        var entry = Assert.Single(await app.LogAsync(code), one => one.Kind is ContestEntryKind.DeviceRenewed);
        Assert.Equal((1, WorldIds.Of("person", SmallWorld.LinxiOfficer)), (entry.Seat, entry.By));
        var told = (await blue.JsonAsync($"/contests/{code}/state?after=-1")).GetProperty("teams").EnumerateArray().Select(team => team.GetProperty("device").GetInt32()).ToList();
        Assert.Equal([entry.Number, 0, 0], told);

        // A process that knows nothing of it knows it from the database; with the new code the team goes on.
        app.Services.GetRequiredService<ContestRooms>().Forget();
        var fresh = (await KeysOfTeamsAsync(code))[0];
        Assert.NotEqual(codes[0], fresh);
        await tablet.TakeAsync(code, fresh);
        await host.StageStepAsync(code, ContestEntryKind.Judged);
        await host.StartAsync(code);
        using var again = await tablet.MoveAsync(code, ContestEntryKind.Given, 2, keys[1]);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        // Who tries codes is stopped, and a device that has its seat is not.
        var found = HttpStatusCode.NotFound;
        for (var turn = 0; turn < 202 && found is HttpStatusCode.NotFound; turn++)
        {
            using var tried = await guesser.GetAsync($"/contests/{code}/teams/ZZZZZZZZ{turn:0000}");
            found = tried.StatusCode;
        }

        using var waiting = await blue.MoveAsync(code, ContestEntryKind.Given, 2, keys[1]);
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (found, waiting.StatusCode));
        // The host's laptop is closed: the contest waits, and a colleague goes on with it.
        app.Clock.Move(TimeSpan.FromMinutes(11));
        using var colleague = await app.SignInAsync(SmallWorld.CityOfficer);
        await colleague.StageStepAsync(code, ContestEntryKind.Judged);
        await colleague.StageStepAsync(code, ContestEntryKind.Finished);
        Assert.Equal([120, 120, 100], await PointsAsync(code));
        await AssertReplayAsync(colleague, code);
    }

    [Fact]
    public async Task What_comes_after_belongs_to_the_named_members_and_mistakes_to_the_invited_audience_too()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var member = await app.SignInAsync(SmallWorld.VicePrincipal);
        using var winner = await app.SignInAsync(SmallWorld.Responsible);
        using var onlooker = await app.SignInAsync(SmallWorld.BinhePrincipal);
        using var created = await host.PostAsync("/programmes", new()
        {
            ["Name"] = "舞台消防学时",
            ["Organization"] = WorldIds.CodeOf(SmallWorld.Linxi),
            ["Quiz"] = "",
            ["CycleFrom"] = "2024-01-01",
            ["CycleUntil"] = "2026-12-31",
            ["CertificateTitle"] = "安全轮训证明",
            ["Hours[0].Domain"] = "Fire",
            ["Hours[0].Hours"] = "2",
        });
        using var excessive = await host.PostAsync("/contests/stages", new Dictionary<string, string>(StageSteps.Fields(Individual), StringComparer.Ordinal) { ["CreditMinutes"] = "361", ["First"] = "501" });
        using var saved = await host.PostAsync("/contests/stages", new Dictionary<string, string>(StageSteps.Fields(Individual, Individual with { Block = StageBlock.Shared }), StringComparer.Ordinal) { ["First"] = "1", ["CreditMinutes"] = "90", ["CreditDomain"] = "Fire" });
        var code = saved.Headers.Location!.OriginalString.Split('/')[2];
        Assert.Contains("name=\"CreditMinutes\" value=\"90\"", await host.ReadAsync($"/contests/{code}/stage/settings"), StringComparison.Ordinal);
        var teams = await app.WithDbAsync(async db =>
            JsonDocument.Parse((await db.Contests.AsNoTracking().SingleAsync(contest => contest.Code == code)).Stage!).RootElement.GetProperty("teams").EnumerateArray().Select(team => team.GetProperty("key").GetString()!).ToList());
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { ["Version"] = "1" };
        foreach (var (at, who) in new[] { StaffNumber(SmallWorld.VicePrincipal), StaffNumber(SmallWorld.Responsible), "来宾甲" }.Index())
        {
            (places[$"Members[{at}].Team"], places[$"Members[{at}].Number"], places[$"Members[{at}].Who"]) = (teams[at], "1", who);
        }

        using var named = await host.PostAsync($"/contests/{code}/stage/members", places);
        using var prepared = await host.PostAsync($"/contests/{code}/stage/settings/preparation", new() { ["version"] = "2" });
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { excessive, named, prepared }.Select(answer => answer.StatusCode));

        // Red is wrong both times, blue right, and the guests of green say nothing.
        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);
        await host.StartAsync(code);
        await host.StageStepAsync(code, ContestEntryKind.Judged, text: "wrong");
        await host.StartAsync(code);
        await host.StageStepAsync(code, ContestEntryKind.Judged, text: "right");
        await host.StartAsync(code);
        await host.StageStepAsync(code, ContestEntryKind.Abstained, 3);
        await host.StageStepAsync(code, ContestEntryKind.Judged);
        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);
        await host.StartAsync(code);
        var key = (await app.KeysAsync(code))[3];
        await host.StageStepAsync(code, ContestEntryKind.Given, 1, ContestSteps.Wrong(key));
        await host.StageStepAsync(code, ContestEntryKind.Given, 2, key);
        await host.StageStepAsync(code, ContestEntryKind.Abstained, 3);
        await host.StageStepAsync(code, ContestEntryKind.Judged);
        using var early = await host.PostAsync($"/contests/{code}/mistakes", new());
        using var earlyHours = await host.PostAsync($"/contests/{code}/credits", new());
        await host.StageStepAsync(code, ContestEntryKind.Finished);

        // Mistakes: of a team they belong to its members; the audience gets what any team missed.
        var (memberId, winnerId, onlookerId) = (WorldIds.Of("person", SmallWorld.VicePrincipal), WorldIds.Of("person", SmallWorld.Responsible), WorldIds.Of("person", SmallWorld.BinhePrincipal));
        using var unknown = await host.PostAsync($"/contests/{code}/mistakes", new() { ["Audience"] = $"{StaffNumber(SmallWorld.Principal)}\nYL999999" });
        using var foreign = await host.PostAsync($"/contests/{code}/mistakes", new() { ["Audience"] = WorldIds.CodeOf(SmallWorld.Wangchuan) });
        using var members = await host.PostAsync($"/contests/{code}/mistakes", new());
        var audience = $"{StaffNumber(SmallWorld.Principal).ToLowerInvariant()}，{WorldIds.CodeOf(SmallWorld.Binhe)}\n{StaffNumber(SmallWorld.VicePrincipal)}";
        using var invited = await host.PostAsync($"/contests/{code}/mistakes", new() { ["Audience"] = audience });
        using var again = await host.PostAsync($"/contests/{code}/mistakes", new() { ["Audience"] = audience });
        var mistakes = await app.WithDbAsync(db => db.PracticeAnswers.AsNoTracking().Where(answer => !answer.IsRight).Select(answer => new { answer.PersonId, answer.Choice }).ToListAsync());
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], new[] { early, earlyHours, unknown, foreign }.Select(answer => answer.StatusCode));
        Assert.Contains("YL999999", WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.All([members, invited, again], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal((2, 1, 0, 3, 3), (
            mistakes.Count(one => one.PersonId == memberId), mistakes.Count(one => one.PersonId == memberId && one.Choice.Length > 0), mistakes.Count(one => one.PersonId == winnerId),
            mistakes.Count(one => one.PersonId == onlookerId), mistakes.Count(one => one.PersonId == WorldIds.Of("person", SmallWorld.Principal))));
        var sheet = await host.ReadAsync($"/contests/{code}/sheet");
        Assert.All([$"已送入错题本{mistakes.Count}道", "算本队全部队员的错题", "没有答对：红队、绿队", "1队答对，3队应答"], words => Assert.Contains(words, sheet, StringComparison.Ordinal));
        Assert.Contains((await app.RoomAsync(code)).Cards[0].Question.Prompt.Stem, await onlooker.ReadAsync("/practice/mistakes"), StringComparison.Ordinal);

        // Whoever had no device finds how it ended, by the notice and among their contests; nobody else does.
        var notice = await app.WithDbAsync(db => db.Notices.AsNoTracking().SingleAsync(one => one.PersonId == memberId && one.Kind == NoticeKind.ContestOver && one.Link == $"/contests/{code}"));
        Assert.Equal(("消防舞台赛", "红队", $"/contests/{code}"), (notice.About, notice.Detail, notice.Link));
        Assert.Contains("作为红队队员参加的竞赛“消防舞台赛”", await member.ReadAsync("/notices"), StringComparison.Ordinal);
        Assert.Contains("可以查看名次和得分", await member.ReadAsync("/contests"), StringComparison.Ordinal);
        Assert.Contains("你所在的红队第2名（共3队），得100分", await member.ReadAsync($"/contests/{code}/team"), StringComparison.Ordinal);
        Assert.DoesNotContain("得100分", await onlooker.ReadAsync($"/contests/{code}/team"), StringComparison.Ordinal);

        // Prizes and hours, once each, and taken back.
        var prizes = await host.ReadAsync($"/contests/{code}/prizes");
        using var given = await host.PostAsync($"/contests/{code}/prizes", new() { ["People"] = $"{winnerId}" });
        using var credited = await host.PostAsync($"/contests/{code}/credits", new());
        using var twice = await host.PostAsync($"/contests/{code}/credits", new());
        var (award, credits, records) = await app.WithDbAsync(async db =>
        {
            var id = await db.Contests.Where(contest => contest.Code == code).Select(contest => contest.Id).SingleAsync();
            return (
                await db.ContestAwards.AsNoTracking().SingleAsync(one => one.ContestId == id), await db.ContestCredits.AsNoTracking().Where(one => one.ContestId == id).ToListAsync(),
                await db.TrainingRecords.CountAsync(one => (one.PersonId == memberId || one.PersonId == winnerId) && db.RecordParts.Any(part => part.RecordId == one.Id && part.Kind == LearningKind.Contest)));
        });
        var hours = await host.ReadAsync($"/contests/{code}/credits");
        using var prizeRevoked = await host.PostAsync($"/contests/{code}/prizes/{award.Id}/revocation", new() { ["Reason"] = "资格有误" });
        using var revoked = await host.PostAsync($"/contests/{code}/credits/{credits.Find(one => one.PersonId == memberId)!.Id}/revocation", new() { ["Reason"] = "未到场" });
        var pdf = await host.Http.GetByteArrayAsync(new Uri($"/contests/{code}/results.pdf", UriKind.Relative));
        Assert.Contains("一等奖", prizes, StringComparison.Ordinal);
        Assert.DoesNotContain("来宾甲", prizes, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { given, credited, twice, prizeRevoked, revoked }.Select(answer => answer.StatusCode));
        Assert.Equal((winnerId, 1), (award.PersonId, award.Rank));
        Assert.Equal(new[] { memberId, winnerId }.Order(), credits.Select(one => one.PersonId).Order());
        Assert.Equal(2, records);
        Assert.Contains("2 / 2", hours, StringComparison.Ordinal);
        Assert.Equal("未到场", await app.WithDbAsync(db => db.Notices.Where(one => one.PersonId == memberId && one.Kind == NoticeKind.Revocation).Select(one => one.Detail).SingleAsync()));
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        await AssertReplayAsync(host, code);
    }

    [Fact]
    public async Task A_clock_that_is_set_forward_or_back_neither_ends_nor_lengthens_a_question()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var red = app.Visitor();
        using var blue = app.Visitor();
        var code = await host.StageAsync(Individual);
        var codes = await KeysOfTeamsAsync(code);
        await red.TakeAsync(code, codes[0]);
        await blue.TakeAsync(code, codes[1]);
        var keys = await app.KeysAsync(code);
        async Task<int> LeftAsync() => (await red.JsonAsync($"/contests/{code}/state?after=-1")).GetProperty("left").GetInt32();

        await host.StageStepAsync(code, ContestEntryKind.RoundBegun);
        await host.StartAsync(code);
        app.Clock.Move(TimeSpan.FromSeconds(5));
        app.Clock.Set(TimeSpan.FromMinutes(20));
        var forward = await LeftAsync();
        using var given = await red.MoveAsync(code, ContestEntryKind.Given, 1, keys[0]);
        await host.StageStepAsync(code, ContestEntryKind.Judged);
        await host.StartAsync(code);
        app.Clock.Set(TimeSpan.FromMinutes(-30));
        app.Clock.Move(TimeSpan.FromSeconds(6));
        var back = await LeftAsync();
        await host.StageStepAsync(code, ContestEntryKind.Paused);
        app.Clock.Set(TimeSpan.FromMinutes(10));
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await host.StageStepAsync(code, ContestEntryKind.Resumed);
        var resumed = await LeftAsync();
        app.Clock.Move(TimeSpan.FromSeconds(15));
        using var late = await blue.MoveAsync(code, ContestEntryKind.Given, 2, keys[1]);

        Assert.Equal((15_000, 14_000, 14_000), (forward, back, resumed));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { given, late }.Select(answer => answer.StatusCode));
        Assert.True(ContestReplay.Of(await app.LogAsync(code)).IsProven);
    }

    [Fact]
    public async Task Hides_stages_from_strangers_and_refuses_what_is_no_contest()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var far = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var code = await host.StageAsync(Individual);
        var hall = await host.ContestAsync();
        foreach (var page in new[] { "host", "host/now", "screen", "screen/now", "host/devices", "credits", "prizes", "results.pdf", "sheet", "sheet.csv", "sheet.xlsx", "stage/settings" })
        {
            using var outside = await far.GetAsync($"/contests/{code}/{page}");
            using var unable = await teacher.GetAsync($"/contests/{code}/{page}");
            using var unknown = await host.GetAsync($"/contests/ZZZZZZ/{page}");
            using var signedOut = await visitor.GetAsync($"/contests/{code}/{page}");
            Assert.True(outside.StatusCode == HttpStatusCode.NotFound && unable.StatusCode == HttpStatusCode.NotFound && unknown.StatusCode == HttpStatusCode.NotFound, page);
            Assert.True(signedOut.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound, page);
        }

        using var step = await far.PostAsync($"/contests/{code}/stage/steps", new() { ["Kind"] = "RoundBegun", ["After"] = "1" });
        using var settings = await far.PostAsync($"/contests/{code}/stage/settings", StageSteps.Fields(Individual));
        using var preparation = await far.PostAsync($"/contests/{code}/stage/settings/preparation", new() { ["version"] = "1" });
        using var guessed = await visitor.GetAsync($"/contests/{code}/teams/AAAABBBBCCCC");
        using var seatless = await visitor.MoveAsync(code, ContestEntryKind.Buzzed, 1);
        using var hallStep = await host.PostAsync($"/contests/{code}/steps", new() { ["Kind"] = "Opened", ["After"] = "1", ["Item"] = "1" });
        using var hallSettings = await host.PostAsync($"/contests/{code}/settings", ContestSteps.ContestFields());
        using var hallSeat = await visitor.PostAsync($"/contests/{code}/seats", new() { ["Token"] = new string('a', 43), ["Team"] = "0" }, "/account/session");
        using var hallAsStage = await host.PostAsync($"/contests/{hall}/stage/steps", new() { ["Kind"] = "RoundBegun", ["After"] = "1" });
        using var hallTeam = await visitor.GetAsync($"/contests/{hall}/team");
        Assert.All([step, settings, preparation, guessed, seatless, hallStep, hallSettings, hallSeat, hallAsStage, hallTeam], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));

        using var form = await teacher.GetAsync("/contests/stages/new");
        using var foreign = await far.PostAsync("/contests/stages", StageSteps.Fields(Individual));
        using var roundless = await host.PostAsync("/contests/stages", StageSteps.Fields());
        using var unlike = await host.PostAsync("/contests/stages", StageSteps.Fields(Individual with { Questions = 50 }));
        using var twins = await host.PostAsync("/contests/stages", new Dictionary<string, string>(StageSteps.Fields(Individual), StringComparer.Ordinal) { ["Teams[1].Name"] = "红队" });
        using var endless = await host.PostAsync("/contests/stages", new Dictionary<string, string>(StageSteps.Fields(Individual), StringComparer.Ordinal) { ["Rounds[0].Seconds"] = "1000" });
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
        Assert.All([foreign, roundless, unlike, twins, endless], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));

        // Who holds no team's key looks at the rules and sends nothing.
        Assert.Contains("用本队的二维码接入", await visitor.ReadAsync($"/contests/{code}/team"), StringComparison.Ordinal);
        using var team = app.Visitor();
        await team.TakeAsync(code, (await KeysOfTeamsAsync(code))[1]);
        Assert.Contains("蓝队", await team.ReadAsync($"/contests/{code}/team"), StringComparison.Ordinal);
        using var unsound = await team.MoveAsync(code, ContestEntryKind.Judged, 1);
        using var unnamed = await team.MoveAsync(code, ContestEntryKind.Buzzed, 1, id: "编号");
        using var below = await team.MoveAsync(code, ContestEntryKind.Chosen, others: new() { ["Points"] = "10", ["To"] = "-1" });
        using var beyond = await host.TryStageAsync(code, ContestEntryKind.Chosen, 1, others: new() { ["Amount"] = "10", ["To"] = "-1" });
        using var results = await host.GetAsync($"/contests/{code}/results");
        using var printed = await host.GetAsync($"/contests/{code}/results.pdf");
        using var mistakes = await host.PostAsync($"/contests/{code}/mistakes", new());
        using var farMistakes = await far.PostAsync($"/contests/{code}/mistakes", new());
        using var hallDevices = await host.GetAsync($"/contests/{hall}/host/devices");
        Assert.Equal("application/pdf", printed.Content.Headers.ContentType?.MediaType);
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.NotFound], new[] { mistakes, farMistakes, hallDevices }.Select(answer => answer.StatusCode));
        Assert.All([unsound, unnamed, below, beyond], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal($"/contests/{code}/sheet", results.Headers.Location!.OriginalString);
    }

    private static string StaffNumber(string personKey) => SmallWorld.Make().People.Single(person => string.Equals(person.Key, personKey, StringComparison.Ordinal)).StaffNumber;

    private Task<int> WithheldAsync(Guid personId) => app.InsideAsync(async services => (await services.GetRequiredService<TrainingHub.Courses.WithheldQuestions>().RunAsync(personId, default)).Count);

    private async Task<IReadOnlyList<string>> KeysOfTeamsAsync(string code) => [.. (await app.RoomAsync(code)).Stage!.Teams.Select(team => team.Code)];

    private async Task<IReadOnlyList<int>> PointsAsync(string code) => [.. ContestState.Of(await app.LogAsync(code)).Ranking.OrderBy(line => line.Seat).Select(line => line.Points)];

    private async Task AssertReplayAsync(TestBrowser host, string code)
    {
        var file = Path.Combine(app.Data, $"{code}.csv");
        var csv = await host.Http.GetStringAsync(new Uri($"/contests/{code}/log.csv", UriKind.Relative));
        await File.WriteAllTextAsync(file, csv);
        var (proven, output, errors) = await OperatorCommand.RunAsync(app.Settings, "contest", "replay", file);
        await File.WriteAllTextAsync(file, csv.Replace("right=", "wrong=", StringComparison.Ordinal));
        var (forged, _, _) = await OperatorCommand.RunAsync(app.Settings, "contest", "replay", file);

        Assert.True(proven == 0, output + errors);
        Assert.Equal(1, forged);
        Assert.Equal(ContestState.Of(await app.LogAsync(code)).Ranking, ContestReplay.Of(ContestLogText.Read(csv)).State.Ranking);
    }
}

public sealed class StageContestOnSqlite(SqliteApp app) : StageContestTests(app), IClassFixture<SqliteApp>;

public sealed class StageContestOnPostgres(PostgresApp app) : StageContestTests(app), IClassFixture<PostgresApp>;
