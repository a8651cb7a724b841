using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Account;
using TrainingHub.Contests;
using TrainingHub.Contests.Speeches;
using TrainingHub.Contests.Stage;
using TrainingHub.Hosting;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Contests.Stage;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Contests;

public abstract class ContestTests(WebApp app)
{
    [Fact]
    public async Task Plays_from_joining_to_the_podium_and_tells_no_key_before_it_is_revealed()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var principal = await app.SignInAsync(SmallWorld.Principal);
        using var guest = app.Visitor();
        var code = await host.ContestAsync(new() { ["StreakPoints"] = "2" });
        await principal.JoinAsync(code);
        await guest.JoinAsync(code, place: "3-14", name: "<b>来宾</b>");
        var keys = await app.KeysAsync(code);

        for (var item = 1; item <= 3; item++)
        {
            Assert.DoesNotContain("\"question\":", (await guest.JsonAsync($"/contests/{code}/state?after=-1")).ToString(), StringComparison.Ordinal);
            await host.StepAsync(code, ContestEntryKind.Opened, item);
            var open = await guest.JsonAsync($"/contests/{code}/state?after=-1");
            Assert.Equal(("Open", item, 20_000), (open.GetProperty("phase").GetString(), open.GetProperty("item").GetInt32(), open.GetProperty("limit").GetInt32()));
            Assert.False(open.TryGetProperty("right", out _));
            foreach (var page in new[] { "host", "host/now", "screen", "screen/now" })
            {
                Assert.DoesNotContain("正确答案<", await host.ReadAsync($"/contests/{code}/{page}"), StringComparison.Ordinal);
            }

            using var right = await principal.AnswerContestAsync(code, item, keys[item - 1]);
            using var wrong = await guest.AnswerContestAsync(code, item, ContestSteps.Wrong(keys[item - 1]));
            var receipt = await right.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, keys[item - 1]), (right.StatusCode, wrong.StatusCode, receipt.GetProperty("choice").GetString()));
            Assert.Matches("^\\d\\d:\\d\\d:\\d\\d$", receipt.GetProperty("at").GetString());

            await host.StepAsync(code, ContestEntryKind.Locked, item);
            await host.StepAsync(code, ContestEntryKind.Revealed, item);
            Assert.Equal(keys[item - 1], (await guest.JsonAsync($"/contests/{code}/state?after=-1")).GetProperty("right")[0].GetString());
            if (item < 3)
            {
                await host.StepAsync(code, ContestEntryKind.Next, item);
            }
        }

        await host.StepAsync(code, ContestEntryKind.Finished, 3);

        var own = await principal.JsonAsync($"/contests/{code}/seat");
        Assert.Equal((36, 1, 2), (own.GetProperty("points").GetInt32(), own.GetProperty("rank").GetInt32(), own.GetProperty("of").GetInt32()));
        var screen = await host.ReadAsync($"/contests/{code}/screen");
        Assert.Contains("最终排名", screen, StringComparison.Ordinal);
        Assert.Contains("b来宾b", screen, StringComparison.Ordinal);
        var results = await host.ReadAsync($"/contests/{code}/results");
        Assert.Contains("沈知南", results, StringComparison.Ordinal);
        Assert.Contains("全场在哪些条款上答错", results, StringComparison.Ordinal);
        Assert.Contains("3-14", await host.ReadAsync($"/contests/{code}/results.csv"), StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await host.Http.GetByteArrayAsync(new Uri($"/contests/{code}/results.xlsx", UriKind.Relative)))[0]);
        Assert.True(ContestReplay.Of(await app.LogAsync(code)).IsProven);
    }

    [Fact]
    public async Task The_exported_log_is_all_that_a_replay_needs()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var player = await app.SignInAsync(SmallWorld.Teacher);
        var code = await host.ContestAsync(new() { ["HasSpeed"] = "true" });
        await player.JoinAsync(code);
        await PlayAsync(host, code, 1, player);
        await host.StepAsync(code, ContestEntryKind.Finished, 1);
        var file = Path.Combine(app.Data, $"{code}.csv");
        var csv = await host.Http.GetStringAsync(new Uri($"/contests/{code}/log.csv", UriKind.Relative));
        await File.WriteAllTextAsync(file, csv);

        var entries = ContestLogText.Read(csv);
        var (proven, output, errors) = await OperatorCommand.RunAsync(app.Settings, "contest", "replay", file);
        await File.WriteAllTextAsync(file, csv.Replace(",Answered,1,1,", ",Answered,1,2,", StringComparison.Ordinal));
        var (forged, _, _) = await OperatorCommand.RunAsync(app.Settings, "contest", "replay", file);
        var (unknown, _, _) = await OperatorCommand.RunAsync(app.Settings, "contest", "replay", "ZZZZZZ");

        Assert.Equal((await app.LogAsync(code)).Select(entry => (entry.Number, entry.At, entry.Kind, entry.Text, entry.Digest)), entries.Select(entry => (entry.Number, entry.At, entry.Kind, entry.Text, entry.Digest)));
        Assert.True(proven == 0, output + errors);
        Assert.Equal((1, 2), (forged, unknown));
    }

    [Fact]
    public async Task Nobody_answers_twice_late_for_another_or_without_a_token()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var player = app.Visitor();
        using var other = app.Visitor();
        var code = await host.ContestAsync();
        await player.JoinAsync(code, "1", "甲");
        using var unopened = await player.AnswerContestAsync(code, 1, "A");
        using var shapeless = await player.AnswerContestAsync(code, 1, "Z");
        await host.StepAsync(code, ContestEntryKind.Opened, 1);
        var token = await player.PlayTokenAsync(code);

        using var first = await player.AnswerContestAsync(code, 1, "A", "one", token: token);
        app.Clock.Move(TimeSpan.FromSeconds(2));
        using var again = await player.AnswerContestAsync(code, 1, "A", "one", token: token);
        using var changed = await player.AnswerContestAsync(code, 1, "B", "two", token: token);
        using var bad = await player.AnswerContestAsync(code, 1, "Z", token: token);
        using var forged = await player.AnswerContestAsync(code, 1, "A", token: "none");
        using var seatless = await Seatless(other, code);
        await other.JoinAsync(code, "2", "乙");
        app.Clock.Move(TimeSpan.FromSeconds(20));
        using var late = await other.AnswerContestAsync(code, 1, "A", roundTrip: 60_000);

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(
            [HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.Conflict],
            new[] { unopened, shapeless, first, again, changed, bad, forged, seatless, late }.Select(answer => answer.StatusCode));
        Assert.Contains("AlreadyAnswered", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("TooLate", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await app.LogAsync(code), entry => entry.Kind is ContestEntryKind.Answered);
    }

    [Fact]
    public async Task An_answer_counts_from_when_all_of_it_came_and_then_whatever_becomes_of_the_connection()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var slow = app.Visitor();
        using var cut = app.Visitor();
        var code = await host.ContestAsync();
        await slow.JoinAsync(code, "1", "甲");
        await cut.JoinAsync(code, "2", "乙");
        var token = await slow.PlayTokenAsync(code);
        await host.StepAsync(code, ContestEntryKind.Opened, 1);
        var (room, writer) = (await app.RoomAsync(code), app.Services.GetRequiredService<ContestWriter>());

        var answer = new ContestAction.Answer(room.Id, 2, 1, "A", 0, "cut", app.Clock.GetUtcNow().UtcDateTime, new CancellationToken(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.RunAsync(answer, default));
        using var receipt = await cut.AnswerContestAsync(code, 1, "A", "cut");
        using var content = new TrickledJson("{\"item\":1,\"id\":\"slow\",\"choice\":", "\"A\"}", () => app.Clock.Move(TimeSpan.FromSeconds(30)));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/contests/{code}/answers", UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Csrf-Token", token);
        using var late = await slow.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (receipt.StatusCode, late.StatusCode));
        Assert.Contains("TooLate", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("cut", Assert.Single(await app.LogAsync(code), entry => entry.Kind is ContestEntryKind.Answered).ClientId);
    }

    [Fact]
    public async Task What_a_database_cannot_keep_does_not_reach_it()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var player = app.Visitor();
        var code = await host.ContestAsync(new() { ["Title"] = "消防\u0001竞赛" });
        await player.JoinAsync(code, "1", "甲");
        await host.StepAsync(code, ContestEntryKind.Opened, 1);

        using var zero = await player.AnswerContestAsync(code, 1, "A", "a\0b");
        using var foreign = await player.AnswerContestAsync(code, 1, "A", "编号");
        using var right = await player.AnswerContestAsync(code, 1, "A", "a-B_1");
        await host.StepAsync(code, ContestEntryKind.QuestionWithdrawn, 1, new() { ["Reason"] = "条款\u0001已修订" });

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK], new[] { zero, foreign, right }.Select(answer => answer.StatusCode));
        Assert.Equal("条款已修订", (await app.LogAsync(code))[^1].Reason);
    }

    [Fact]
    public async Task What_is_examined_is_not_played()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.LearnerAsync(SmallWorld.Teacher);
        await learner.StartAsync();
        // All questions of that kind are kept for examinations.
        using var kept = await host.PostAsync("/contests", ContestSteps.ContestFields(new() { ["TrueFalse"] = "1" }));
        var code = await host.DraftContestAsync();
        var attempt = await app.AttemptAsync(SmallWorld.Teacher);
        await app.WithDbAsync(async db =>
        {
            var asked = await db.AttemptItems.Where(item => item.AttemptId == attempt.Id).OrderBy(item => item.Number).FirstAsync();
            return await db.ContestItems.Where(item => item.Number == 1 && db.Contests.Any(contest => contest.Id == item.ContestId && contest.Code == code))
                .ExecuteUpdateAsync(item => item.SetProperty(one => one.QuestionHash, asked.QuestionHash).SetProperty(one => one.OptionOrder, asked.OptionOrder).SetProperty(one => one.Source, attempt.CourseSlug));
        });
        using var prepared = await host.PostAsync($"/contests/{code}/settings/preparation", new() { ["version"] = "1" });

        using var refused = await learner.TryJoinAsync(code);
        await learner.HandInAsync($"/quizzes/{QuizSteps.Slug}/attempts/1");
        using var joined = await learner.TryJoinAsync(code);

        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect], new[] { kept, prepared, refused, joined }.Select(answer => answer.StatusCode));
        Assert.Contains("交卷后才能加入", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_of_one_address_and_browsers_of_one_seat_are_bounded_and_nobody_joins_after_the_end()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var person = await app.SignInAsync(SmallWorld.Principal);
        using var guest = app.Visitor();
        var (code, other) = (await host.ContestAsync(), await host.ContestAsync());
        var (room, writer, joins) = (await app.RoomAsync(code), app.Services.GetRequiredService<ContestWriter>(), app.Services.GetRequiredKeyedService<FailureLimiter>(FindContest.Joining));
        for (var turn = 0; turn < FindContest.MostJoins; turn++)
        {
            joins.Failed($"{code} {NetworkAddress.KeyOf(null)}");
        }

        for (var phone = 0; phone < ContestSeat.MostKeys; phone++)
        {
            var join = new ContestAction.Join(room.Id, $"{phone:x64}", WorldIds.Of("person", SmallWorld.Principal), "沈知南", null, null, default);
            Assert.IsType<ActionOutcome.Written>(await writer.RunAsync(join, default));
        }

        using var crowded = await guest.TryJoinAsync(code, "1", "甲");
        using var elsewhere = await guest.TryJoinAsync(other, "1", "甲");
        using var another = await person.TryJoinAsync(code);
        app.Clock.Move(TimeSpan.FromMinutes(11));
        using var later = await guest.TryJoinAsync(code, "1", "甲");
        var token = (await host.ReadAsync($"/contests/{code}")).Split("name=\"Token\" value=\"")[1].Split('"')[0];
        await host.StepAsync(code, ContestEntryKind.Finished, 1);
        using var over = await host.PostAsync($"/contests/{code}/seats", new() { ["Token"] = token });

        Assert.Equal(
            [HttpStatusCode.TooManyRequests, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity],
            new[] { crowded, elsewhere, another, later, over }.Select(answer => answer.StatusCode));
        Assert.Equal(2, (await app.LogAsync(code)).Count(entry => entry.Kind is ContestEntryKind.Joined));

        // As many as there are seats: a hall of five thousand behind one address gets in within a moment, and one more.
        var hall = await app.RoomAsync(other);
        var crowd = await Task.WhenAll(Enumerable.Range(1, 5000).Select(place =>
        {
            joins.Failed($"{other} {NetworkAddress.KeyOf(null)}");
            return writer.RunAsync(new ContestAction.Join(hall.Id, $"{place + 1000:x64}", null, $"来宾{place}", $"P{place}", null, default), default);
        }));
        using var last = app.Visitor();
        using var admitted = await last.TryJoinAsync(other, "Z1", "乙");
        Assert.All(crowd, one => Assert.IsType<ActionOutcome.Written>(one));
        Assert.Equal((HttpStatusCode.Redirect, 5002), (admitted.StatusCode, hall.LastSeat));
    }

    [Fact]
    public async Task A_clock_that_is_set_forward_or_back_neither_ends_nor_lengthens_a_question()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var players = Enumerable.Range(0, 3).Select(_ => app.Visitor()).ToList();
        var code = await host.ContestAsync(new() { ["HasSpeed"] = "true", ["Points"] = "100" });
        foreach (var (at, player) in players.Index())
        {
            await player.JoinAsync(code, $"{at + 1}", $"来宾{at + 1}");
        }

        var key = (await app.KeysAsync(code))[0];
        async Task<int> LeftAsync() => (await players[0].JsonAsync($"/contests/{code}/state?after=-1")).GetProperty("left").GetInt32();
        await host.StepAsync(code, ContestEntryKind.Opened, 1);
        app.Clock.Move(TimeSpan.FromSeconds(5));
        app.Clock.Set(TimeSpan.FromMinutes(-10));
        var back = await LeftAsync();
        using var first = await players[0].AnswerContestAsync(code, 1, key);
        app.Clock.Move(TimeSpan.FromSeconds(5));
        app.Clock.Set(TimeSpan.FromMinutes(20));
        var forward = await LeftAsync();
        using var second = await players[1].AnswerContestAsync(code, 1, key);
        // A process that begins now knows from the log how much has passed at least, whatever its clock says.
        app.Clock.Set(TimeSpan.FromMinutes(-20));
        app.Services.GetRequiredService<ContestRooms>().Forget();
        var restarted = await LeftAsync();
        app.Clock.Move(TimeSpan.FromSeconds(12));
        using var late = await players[2].AnswerContestAsync(code, 1, key);
        await host.StepAsync(code, ContestEntryKind.Revealed, 1);
        app.Clock.Set(TimeSpan.FromMinutes(10));

        Assert.Equal((15_000, 10_000, 10_000), (back, forward, restarted));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { first, second, late }.Select(answer => answer.StatusCode));
        // Half of the points shrink evenly: after five of twenty seconds an eighth is gone, after ten a quarter.
        Assert.Equal([88, 75, 0], (await app.RoomAsync(code)).Read(state => state.Ranking).OrderBy(line => line.Seat).Select(line => line.Points));
        Assert.True(ContestReplay.Of(await app.LogAsync(code)).IsProven);
        players.ForEach(player => player.Dispose());
    }

    [Fact]
    public async Task The_big_screen_names_who_has_answered_while_few_play_and_a_player_finds_the_result_without_the_phone()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var player = await app.SignInAsync(SmallWorld.Responsible);
        using var guest = app.Visitor();
        var code = await host.ContestAsync(new() { ["Teams"] = "红队\n蓝队" });
        using var joined = await player.TryJoinAsync(code, team: "0");
        using var seated = await guest.TryJoinAsync(code, "B7", "来宾乙", team: "1");
        var keys = await app.KeysAsync(code);
        await host.StepAsync(code, ContestEntryKind.Opened, 1);
        var before = await host.ReadAsync($"/contests/{code}/screen");
        using var answered = await guest.AnswerContestAsync(code, 1, keys[0]);
        var after = await host.ReadAsync($"/contests/{code}/screen/now");
        await host.StepAsync(code, ContestEntryKind.Locked, 1);
        await host.StepAsync(code, ContestEntryKind.Revealed, 1);
        await host.StepAsync(code, ContestEntryKind.Finished, 1);
        using var elsewhere = await app.SignInAsync(SmallWorld.Responsible);
        using var stranger = await app.SignInAsync(SmallWorld.BinhePrincipal);

        Assert.All([joined, seated], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.DoesNotContain("data-who=\"2\" class=\"on\"", before, StringComparison.Ordinal);
        Assert.All(["data-who=\"1\"", "来宾乙", "B7"], words => Assert.Contains(words, before, StringComparison.Ordinal));
        Assert.Contains("data-who=\"2\" class=\"on\"", after, StringComparison.Ordinal);
        Assert.DoesNotContain("data-who=\"1\" class=\"on\"", after, StringComparison.Ordinal);
        Assert.DoesNotContain("data-who", await host.ReadAsync($"/contests/{code}/screen"), StringComparison.Ordinal);
        Assert.Contains("你得了第2名（共2人）", await elsewhere.ReadAsync($"/contests/{code}"), StringComparison.Ordinal);
        Assert.DoesNotContain("名（共2人）", await stranger.ReadAsync($"/contests/{code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_is_not_that_of_who_signs_in_after_its_person()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var browser = await app.SignInAsync(SmallWorld.Principal);
        var code = await host.ContestAsync();
        await browser.JoinAsync(code);
        using var own = await browser.GetAsync($"/contests/{code}/seat");
        using var left = await browser.PostAsync("/account/session/end", []);
        await browser.SignInAsync(SmallWorld.VicePrincipal);

        using var foreign = await browser.GetAsync($"/contests/{code}/seat");
        await browser.JoinAsync(code);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], new[] { own, foreign }.Select(answer => answer.StatusCode));
        Assert.Equal(2, (await browser.JsonAsync($"/contests/{code}/seat")).GetProperty("seat").GetInt32());
    }

    [Fact]
    public async Task A_person_on_two_phones_has_one_seat_and_a_seat_in_the_hall_one_guest()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var phone = await app.SignInAsync(SmallWorld.Responsible);
        using var tablet = await app.SignInAsync(SmallWorld.Responsible);
        using var guest = app.Visitor();
        using var rival = app.Visitor();
        var code = await host.ContestAsync();
        await phone.JoinAsync(code);
        await tablet.JoinAsync(code);
        await guest.JoinAsync(code, "A1", "甲");
        using var taken = await rival.TryJoinAsync(code, "a1", "乙");
        using var nameless = await rival.TryJoinAsync(code, "A2", "<>");

        await host.StepAsync(code, ContestEntryKind.Opened, 1);
        using var first = await phone.AnswerContestAsync(code, 1, "A");
        using var second = await tablet.AnswerContestAsync(code, 1, "B");

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { taken, nameless, first, second }.Select(answer => answer.StatusCode));
        Assert.Equal((await phone.JsonAsync($"/contests/{code}/seat")).GetProperty("seat").GetInt32(), (await tablet.JsonAsync($"/contests/{code}/seat")).GetProperty("seat").GetInt32());
        Assert.Equal(2, (await app.LogAsync(code)).Count(entry => entry.Kind is ContestEntryKind.Joined));
    }

    [Fact]
    public async Task The_second_of_two_hosts_is_told_and_corrections_judge_again()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var player = await app.SignInAsync(SmallWorld.Teacher);
        var code = await host.ContestAsync();
        await player.JoinAsync(code);
        await host.StepAsync(code, ContestEntryKind.Opened, 1);

        using var stale = await host.PostAsync($"/contests/{code}/steps", new() { ["Kind"] = "Opened", ["After"] = "1", ["Item"] = "1" });
        using var early = await host.TryStepAsync(code, ContestEntryKind.Revealed, 1);
        using var unreasoned = await host.TryStepAsync(code, ContestEntryKind.QuestionWithdrawn, 1);
        var wrong = ContestSteps.Wrong((await app.KeysAsync(code))[0]);
        using var answered = await player.AnswerContestAsync(code, 1, wrong);
        // The host's laptop is closed: the contest waits, and a colleague goes on with it.
        app.Clock.Move(TimeSpan.FromMinutes(22));
        using var colleague = await app.SignInAsync(SmallWorld.CityOfficer);
        await colleague.StepAsync(code, ContestEntryKind.Revealed, 1);
        await host.StepAsync(code, ContestEntryKind.Ruled, 1, new() { ["Text"] = $"{wrong}", ["Reason"] = "题干有歧义" });
        Assert.Equal(10, (await player.JsonAsync($"/contests/{code}/seat")).GetProperty("points").GetInt32());
        await host.StepAsync(code, ContestEntryKind.Adjusted, others: new() { ["Seat"] = "1", ["Amount"] = "-3", ["Reason"] = "提前离场" });
        Assert.Equal(7, (await player.JsonAsync($"/contests/{code}/seat")).GetProperty("points").GetInt32());
        await host.StepAsync(code, ContestEntryKind.QuestionWithdrawn, 1, new() { ["Reason"] = "条款已修订" });
        Assert.Equal(-3, (await player.JsonAsync($"/contests/{code}/seat")).GetProperty("points").GetInt32());

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity], new[] { stale, early, unreasoned }.Select(answer => answer.StatusCode));
        Assert.Contains("题干有歧义", await host.ReadAsync($"/contests/{code}/host"), StringComparison.Ordinal);
        Assert.True(ContestReplay.Of(await app.LogAsync(code)).IsProven);
    }

    [Fact]
    public async Task The_feed_says_what_stands_and_goes_on_where_it_was_cut()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var player = app.Visitor();
        var code = await host.ContestAsync();
        await player.JoinAsync(code, "1", "甲");

        using var feed = await FeedAsync(player, code, last: null);
        var (first, _) = await ReadEventAsync(feed);
        await host.StepAsync(code, ContestEntryKind.Opened, 1);
        var (second, state) = await ReadEventAsync(feed);
        using var resumed = await FeedAsync(player, code, last: second);
        await host.StepAsync(code, ContestEntryKind.Locked, 1);
        var (third, locked) = await ReadEventAsync(resumed);

        Assert.Equal("text/event-stream", feed.Headers.ContentType);
        Assert.Equal(("no-store", "no"), (feed.Headers.CacheControl, feed.Headers.Buffering));
        Assert.True(first < second && second < third);
        Assert.Equal(("Open", "Locked"), (state.GetProperty("phase").GetString(), locked.GetProperty("phase").GetString()));
    }

    [Fact]
    public async Task A_reader_that_falls_too_far_behind_is_cut_off()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var code = await host.ContestAsync();
        var (room, writer) = (await app.RoomAsync(code), app.Services.GetRequiredService<ContestWriter>());
        var (slow, quick) = (room.Listen(isHall: false), room.Listen(isHall: false));

        for (var turn = 0; turn < ContestRoom.MostBehind + 2; turn++)
        {
            var kind = turn % 2 == 0 ? ContestEntryKind.Paused : ContestEntryKind.Resumed;
            var done = await writer.RunAsync(new ContestAction.Step(room.Id, kind, room.PublicNumber, 1, null, null, null, null, Guid.Empty, default), default);
            Assert.IsType<ActionOutcome.Written>(done);
            Assert.True(quick.Reader.TryRead(out _));
        }

        Assert.Equal(ContestRoom.MostBehind, slow.Reader.Count);
        while (slow.Reader.TryRead(out _))
        {
        }

        Assert.False(await slow.Reader.WaitToReadAsync());
        Assert.False(quick.Reader.Completion.IsCompleted);
        room.Leave(slow);
        room.Leave(quick);
    }

    [Fact]
    public async Task Two_hundred_behind_one_address_join_and_a_guesser_is_stopped()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var code = await host.ContestAsync();

        var joined = await Task.WhenAll(Enumerable.Range(1, 200).Select(async place =>
        {
            using var guest = app.Visitor();
            using var answer = await guest.TryJoinAsync(code, $"{place}", $"来宾{place}");
            return answer.StatusCode;
        }));
        using var guesser = app.Visitor();
        var found = new List<HttpStatusCode>();
        for (var turn = 0; turn < 202; turn++)
        {
            using var answer = await guesser.GetAsync("/contests/ZZZZZZ");
            found.Add(answer.StatusCode);
        }

        using var typed = await guesser.PostAsync("/contests/joining", new() { ["code"] = "ZZZZZY" }, tokenFrom: "/contests/joining");
        // Who has the right code is let in from the same address.
        using var honest = await guesser.PostAsync("/contests/joining", new() { ["code"] = code }, tokenFrom: "/contests/joining");
        using var seen = await guesser.GetAsync($"/contests/{code}");
        app.Clock.Move(TimeSpan.FromMinutes(11));
        using var later = await guesser.GetAsync("/contests/ZZZZZZ");

        Assert.All(joined, status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.NotFound), (found[0], found[^1], typed.StatusCode, later.StatusCode));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (honest.StatusCode, seen.StatusCode));
        Assert.Equal(Enumerable.Range(1, 201), (await app.LogAsync(code)).Select(entry => entry.Number));
    }

    /// <summary>Small: cut connections, everything sent twice, the process's memory of the contest lost in the middle of each question.</summary>
    [Fact]
    public async Task Loses_and_doubles_nothing_whatever_is_cut_and_the_ranking_is_that_of_the_receipts()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var code = await host.ContestAsync();
        var players = Enumerable.Range(1, 12).Select(_ => app.Visitor()).ToList();
        foreach (var (place, player) in players.Index())
        {
            await player.JoinAsync(code, $"{place + 1}", $"来宾{place + 1}");
        }

        var (keys, receipts, random) = (await app.KeysAsync(code), new Dictionary<(int Seat, int Item), (int Number, string Choice)>(), new Random(7));
        var tokens = await Task.WhenAll(players.Select(player => player.PlayTokenAsync(code)));
        for (var item = 1; item <= 3; item++)
        {
            await host.StepAsync(code, ContestEntryKind.Opened, item);
            var chosen = players.Select((_, at) => random.Next(2) is 0 ? keys[item - 1] : ContestSteps.Wrong(keys[item - 1])).ToList();
            var cut = players.Select(_ => random.Next(3) is 0).ToList();
            await Task.WhenAll(players.Select(async (player, at) =>
            {
                if (cut[at])
                {
                    // The phone sends it and is gone before the receipt comes.
                    using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
                    await Record.ExceptionAsync(() => SendAsync(player, code, item, chosen[at], $"{at}-{item}", tokens[at], patience.Token));
                }

                await player.GetAsync($"/contests/{code}");
            }));
            app.Services.GetRequiredService<ContestRooms>().Forget();
            await Task.WhenAll(players.Select(async (player, at) =>
            {
                for (var turn = 0; turn < 2; turn++)
                {
                    using var answer = await SendAsync(player, code, item, chosen[at], $"{at}-{item}", tokens[at], CancellationToken.None);
                    Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                    var receipt = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt32();
                    lock (receipts)
                    {
                        Assert.Equal(receipts.GetValueOrDefault((at + 1, item), (receipt, chosen[at])).Item1, receipt);
                        receipts[(at + 1, item)] = (receipt, chosen[at]);
                    }
                }
            }));
            await host.StepAsync(code, ContestEntryKind.Locked, item);
            await host.StepAsync(code, ContestEntryKind.Revealed, item);
            await host.StepAsync(code, item < 3 ? ContestEntryKind.Next : ContestEntryKind.Finished, item);
        }

        var log = await app.LogAsync(code);
        var answers = log.Where(entry => entry.Kind is ContestEntryKind.Answered).ToList();
        Assert.Equal(receipts.Count, answers.Count);
        Assert.All(receipts, receipt => Assert.Single(answers, entry => entry.Number == receipt.Value.Number && entry.Item == receipt.Key.Item && string.Equals(entry.Text, receipt.Value.Choice, StringComparison.Ordinal)));
        var points = ContestState.Of(log).Ranking.Select(line => line.Points).ToList();
        Assert.Equal(receipts.GroupBy(receipt => receipt.Key.Seat).Select(seat => 10 * seat.Count(receipt => string.Equals(receipt.Value.Choice, keys[receipt.Key.Item - 1], StringComparison.Ordinal))).OrderDescending(), points);
        players.ForEach(player => player.Dispose());
    }

    [Fact]
    public async Task Questions_of_a_contest_are_withheld_from_the_practice_of_its_players_until_it_ends()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var player = await app.SignInAsync(SmallWorld.VicePrincipal);
        // Of earlier contests that nobody ended nothing is withheld any more.
        await player.JoinAsync(await host.ContestAsync());
        app.Clock.Move(TimeSpan.FromHours(49));
        Assert.Equal(0, await WithheldAsync(WorldIds.Of("person", SmallWorld.VicePrincipal)));
        var code = await host.ContestAsync();
        await player.JoinAsync(code);
        var id = WorldIds.Of("person", SmallWorld.VicePrincipal);

        var during = await WithheldAsync(id);
        await PlayAsync(host, code, 1, player);
        await host.StepAsync(code, ContestEntryKind.Finished, 1);

        Assert.Equal(3, during);
        Assert.Equal(0, await WithheldAsync(id));
    }

    [Fact]
    public async Task Settings_are_checked_changed_by_one_and_fixed_by_preparation()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var far = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var empty = await host.PostAsync("/contests", ContestSteps.ContestFields(new() { ["Title"] = "", ["Seconds"] = "1", ["Single"] = "0", ["Multiple"] = "0" }));
        using var tooMany = await host.PostAsync("/contests", ContestSteps.ContestFields(new() { ["Tag"] = "没有这个知识点" }));
        using var foreign = await far.PostAsync("/contests", ContestSteps.ContestFields());
        var code = await host.DraftContestAsync(new() { ["Teams"] = "红队\n蓝队\n红队" });

        using var saved = await host.PostAsync($"/contests/{code}/settings", ContestSteps.ContestFields(new() { ["Version"] = "1", ["Teams"] = "红队\n蓝队" }));
        using var second = await host.PostAsync($"/contests/{code}/settings", ContestSteps.ContestFields(new() { ["Version"] = "1" }));
        using var unseen = await host.PostAsync($"/contests/{code}/settings/preparation", new() { ["version"] = "1" });
        using var early = await app.Visitor().GetAsync($"/contests/{code}");
        using var prepared = await host.PostAsync($"/contests/{code}/settings/preparation", new() { ["version"] = "2" });
        using var changed = await host.PostAsync($"/contests/{code}/settings", ContestSteps.ContestFields(new() { ["Version"] = "2" }));
        using var guest = app.Visitor();
        using var teamless = await guest.TryJoinAsync(code, "1", "甲");
        using var member = await guest.TryJoinAsync(code, "1", "甲", team: "1");

        Assert.All([empty, tooMany, foreign, teamless], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.All([saved, prepared, member], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.All([second, unseen, changed], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Equal(HttpStatusCode.OK, early.StatusCode);
        Assert.Contains("消防知识竞赛", await host.ReadAsync("/contests?q=消防&standing=Running&sort=-Seats"), StringComparison.Ordinal);
        Assert.Contains(code, await host.ReadAsync("/contests.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain(code, await far.ReadAsync("/contests"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_and_filters_by_the_form()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var far = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var (hall, classes) = (await host.DraftContestAsync(new() { ["Title"] = "形式赛甲" }), await host.DraftContestAsync(new() { ["Title"] = "形式赛乙", ["OfClasses"] = "true", ["Teams"] = "三年级1班\n三年级2班" }));
        var stage = await host.DraftStageAsync(new StageRound { Block = StageBlock.Individual, Questions = 1, Points = 10, Seconds = 20 });
        var (linxi, officer) = (WorldIds.Of("organization", SmallWorld.Linxi), WorldIds.Of("person", SmallWorld.LinxiOfficer));
        await app.WithDbAsync(db =>
        {
            var speeches = new SpeechContest { Id = Guid.CreateVersion7(), Code = "SPEECH88", OrganizationId = linxi, CreatedAt = app.Clock.GetUtcNow().UtcDateTime, CreatedBy = officer };
            Assert.True(speeches.Agree(new SpeechTerms { Title = "形式赛丙", Theme = "", EntriesUntil = new DateOnly(2026, 12, 1), Criteria = [new SpeechCriterion("内容", 100)], DropFrom = 0, ExcludesOwnUnit = false, Prizes = new(0, 0, 0) }));
            db.Add(speeches);
            return db.SaveChangesAsync();
        });

        var rows = (await host.ReadAsync("/contests.csv?sort=Shape")).Split('\n').Where(row => row.Contains("/contests/", StringComparison.Ordinal)).Select(row => row.Split(',')).ToList();
        var only = await host.ReadAsync("/contests?shape=Stage&q=%E8%88%9E%E5%8F%B0");
        var speech = await host.ReadAsync("/contests?shape=Speeches");
        var unknown = await host.ReadAsync("/contests?shape=99");

        string Form(string end) => Assert.Single(rows, row => row[^1].TrimEnd('\r').Contains(end, StringComparison.Ordinal))[1];
        Assert.Equal(["现场", "班级", "舞台", "演讲"], new[] { hall, classes, stage, "SPEECH88" }.Select(Form));
        var order = rows.ConvertAll(row => Array.IndexOf(["现场", "舞台", "班级", "开放", "演讲"], row[1]));
        Assert.Equal(order.Order(), order);
        Assert.Contains($"/contests/{stage}/stage/settings\"", only, StringComparison.Ordinal);
        Assert.DoesNotContain($"/contests/{hall}/", only, StringComparison.Ordinal);
        Assert.Contains("/contests/speeches/SPEECH88\"", speech, StringComparison.Ordinal);
        Assert.DoesNotContain($"/contests/{hall}/", speech, StringComparison.Ordinal);
        Assert.Contains($"/contests/{hall}/settings\"", unknown, StringComparison.Ordinal);
        Assert.DoesNotContain("形式赛", await far.ReadAsync("/contests"), StringComparison.Ordinal);

        // Page by page, put in order by the database.
        await app.WithDbAsync(db =>
        {
            db.AddRange(Enumerable.Range(1, 60).Select(number =>
            {
                var speeches = new SpeechContest { Id = Guid.CreateVersion7(), Code = $"SPAGE{number:000}", OrganizationId = linxi, CreatedAt = app.Clock.GetUtcNow().UtcDateTime, CreatedBy = officer };
                speeches.Agree(new SpeechTerms { Title = $"分页赛{number:00}", Theme = "", EntriesUntil = new DateOnly(2026, 12, 1), Criteria = [new SpeechCriterion("内容", 100)], DropFrom = 0, ExcludesOwnUnit = false, Prizes = new(0, 0, 0) });
                return speeches;
            }));
            return db.SaveChangesAsync();
        });
        var second = await host.ReadAsync("/contests?q=%E5%88%86%E9%A1%B5%E8%B5%9B&sort=Title.down&page=2");
        Assert.All(["分页赛10", "分页赛01"], title => Assert.Contains(title, second, StringComparison.Ordinal));
        Assert.All(["分页赛11", "分页赛60"], title => Assert.DoesNotContain(title, second, StringComparison.Ordinal));
        Assert.Equal(60, (await host.ReadAsync("/contests.csv?q=%E5%88%86%E9%A1%B5%E8%B5%9B&standing=Draft&sort=Seats")).Split('\n').Count(line => line.StartsWith("分页赛", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Hides_contests_from_strangers()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var far = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var code = await host.ContestAsync();
        string[] held = ["host", "host/now", "screen", "screen/now", "results", "results.csv", "results.xlsx", "log.csv", "settings", "feed?role=hall", "state?role=hall"];
        string[] played = ["feed", "state", "seat", "clock", $"pictures/{new string('a', 64)}"];

        foreach (var page in held)
        {
            using var outside = await far.GetAsync($"/contests/{code}/{page}");
            using var unable = await teacher.GetAsync($"/contests/{code}/{page}");
            using var unknown = await host.GetAsync($"/contests/ZZZZZZ/{page}");
            using var signedOut = await visitor.GetAsync($"/contests/{code}/{page}");
            Assert.True(outside.StatusCode == HttpStatusCode.NotFound && unable.StatusCode == HttpStatusCode.NotFound && unknown.StatusCode == HttpStatusCode.NotFound, page);
            Assert.True(signedOut.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound, page);
        }

        foreach (var page in played)
        {
            using var seatless = await visitor.GetAsync($"/contests/{code}/{page}");
            using var unknown = await teacher.GetAsync($"/contests/ZZZZZZ/{page}");
            Assert.True(seatless.StatusCode == HttpStatusCode.NotFound && unknown.StatusCode == HttpStatusCode.NotFound, page);
        }

        using var step = await far.PostAsync($"/contests/{code}/steps", new() { ["Kind"] = "Opened", ["After"] = "1", ["Item"] = "1" });
        using var preparation = await far.PostAsync($"/contests/{code}/settings/preparation", new() { ["version"] = "1" });
        using var settings = await far.PostAsync($"/contests/{code}/settings", ContestSteps.ContestFields());
        using var list = await visitor.GetAsync("/contests");
        using var form = await teacher.GetAsync("/contests/new");
        using var typed = await visitor.PostAsync("/contests/joining", new() { ["code"] = code.ToLowerInvariant() }, tokenFrom: "/contests/joining");
        using var mistyped = await visitor.PostAsync("/contests/joining", new() { ["code"] = "no such" }, tokenFrom: "/contests/joining");
        Assert.All([step, preparation, settings], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Forbidden, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], new[] { list, form, typed, mistyped }.Select(answer => answer.StatusCode));
        Assert.Equal($"/contests/{code}", typed.Headers.Location!.OriginalString);
    }

    private async Task PlayAsync(TestBrowser host, string code, int item, params TestBrowser[] players)
    {
        var keys = await app.KeysAsync(code);
        await host.StepAsync(code, ContestEntryKind.Opened, item);
        foreach (var player in players)
        {
            using var answer = await player.AnswerContestAsync(code, item, keys[item - 1]);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await host.StepAsync(code, ContestEntryKind.Locked, item);
        await host.StepAsync(code, ContestEntryKind.Revealed, item);
    }

    private Task<int> WithheldAsync(Guid personId) => app.InsideAsync(async services =>
        (await services.GetRequiredService<TrainingHub.Courses.WithheldQuestions>().RunAsync(personId, default)).Count);

    /// <summary>With a token that is right, of a page that has no seat.</summary>
    private static async Task<HttpResponseMessage> Seatless(TestBrowser browser, string code)
    {
        var page = await browser.ReadAsync($"/contests/{code}");
        var token = page.Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        return await browser.AnswerContestAsync(code, 1, "A", token: token);
    }

    private static async Task<HttpResponseMessage> SendAsync(TestBrowser player, string code, int item, string choice, string id, string token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/contests/{code}/answers", UriKind.Relative)) { Content = JsonContent.Create(new { item, choice, id, roundTrip = 0 }) };
        request.Headers.Add("X-Csrf-Token", token);
        return await player.Http.SendAsync(request, cancel);
    }

    private static async Task<Feed> FeedAsync(TestBrowser player, string code, int? last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/contests/{code}/feed", UriKind.Relative));
        if (last is { } number)
        {
            request.Headers.Add("Last-Event-ID", $"{number}");
        }

        var answer = await player.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new Feed(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8));
    }

    private static async Task<(int Id, JsonElement Data)> ReadEventAsync(Feed feed)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var id = 0;
        while (await feed.Reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = int.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && id > 0)
            {
                return (id, JsonDocument.Parse(line[6..]).RootElement);
            }
        }

        throw new InvalidOperationException("The feed ended.");
    }

    /// <summary>A body of which the end comes after something else has happened.</summary>
    private sealed class TrickledJson : HttpContent
    {
        private readonly (byte[] Start, byte[] End, Action Between) _parts;

        public TrickledJson(string start, string end, Action between)
        {
            _parts = (Encoding.UTF8.GetBytes(start), Encoding.UTF8.GetBytes(end), between);
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_parts.Start);
            await stream.FlushAsync();
            _parts.Between();
            await stream.WriteAsync(_parts.End);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed record Feed(HttpResponseMessage Answer, StreamReader Reader) : IDisposable
    {
        public (string? ContentType, string? CacheControl, string? Buffering) Headers =>
            (Answer.Content.Headers.ContentType?.MediaType, Answer.Headers.CacheControl?.ToString(), Answer.Headers.GetValues("X-Accel-Buffering").Single());

        public void Dispose()
        {
            Reader.Dispose();
            Answer.Dispose();
        }
    }
}

public sealed class ContestOnSqlite(SqliteApp app) : ContestTests(app), IClassFixture<SqliteApp>;

public sealed class ContestOnPostgres(PostgresApp app) : ContestTests(app), IClassFixture<PostgresApp>;
