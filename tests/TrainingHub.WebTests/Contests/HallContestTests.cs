using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Certificates;
using TrainingHub.Contests;
using TrainingHub.Courses;
using TrainingHub.Notices;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Contests;

/// <summary>What a contest in a hall leads to: who comes in, what is sent ahead, and mistakes, prizes, hours and counts afterwards.</summary>
public abstract partial class HallContestTests(WebApp app)
{
    [Fact]
    public async Task Joining_is_closed_to_newcomers_and_nobody_loses_a_seat()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var phone = await app.SignInAsync(SmallWorld.Principal);
        using var tablet = await app.SignInAsync(SmallWorld.Principal);
        using var guest = app.Visitor();
        using var newcomer = app.Visitor();
        using var stranger = await app.SignInAsync(SmallWorld.Teacher);
        var code = await host.ContestAsync();
        await phone.JoinAsync(code);
        await guest.JoinAsync(code, "1", "甲");
        var token = SeatToken().Match(await newcomer.ReadAsync($"/contests/{code}")).Groups[1].Value;

        await host.StepAsync(code, ContestEntryKind.JoiningClosed);
        using var twice = await host.TryStepAsync(code, ContestEntryKind.JoiningClosed);
        var told = await newcomer.ReadAsync($"/contests/{code}");
        var toldPerson = await stranger.ReadAsync($"/contests/{code}");
        using var refused = await newcomer.PostAsync($"/contests/{code}/seats", new() { ["Token"] = token, ["Place"] = "2", ["Name"] = "乙" }, tokenFrom: "/contests/joining");
        using var again = await guest.GetAsync($"/contests/{code}/seat");
        await tablet.JoinAsync(code);
        Assert.Contains("主持人已停止加入", await host.ReadAsync($"/contests/{code}/screen"), StringComparison.Ordinal);
        await host.StepAsync(code, ContestEntryKind.JoiningOpened);
        await newcomer.JoinAsync(code, "2", "乙");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (twice.StatusCode, refused.StatusCode, again.StatusCode));
        Assert.All([told, toldPerson], page => Assert.Contains("主持人已停止加入", page, StringComparison.Ordinal));
        Assert.DoesNotContain("name=\"Place\"", told, StringComparison.Ordinal);
        Assert.Contains("停止加入", await host.ReadAsync($"/contests/{code}/host"), StringComparison.Ordinal);
        var log = await app.LogAsync(code);
        Assert.Equal(3, log.Count(entry => entry.Kind is ContestEntryKind.Joined));
        Assert.Equal([ContestEntryKind.JoiningClosed, ContestEntryKind.JoiningOpened], log.Where(entry => entry.Kind >= ContestEntryKind.JoiningClosed).Select(entry => entry.Kind));
        Assert.True(ContestReplay.Of(log).IsProven);
    }

    [Fact]
    public async Task What_the_hall_got_wrong_goes_into_everyones_mistakes_once_and_not_before_a_paper_is_handed_in()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var colleague = await app.SignInAsync(SmallWorld.CityOfficer);
        using var player = await app.LearnerAsync(SmallWorld.VicePrincipal);
        using var guest = app.Visitor();
        var code = await host.ContestAsync();
        await player.JoinAsync(code);
        await guest.JoinAsync(code, "1", "甲");
        using var early = await host.PostAsync($"/contests/{code}/mistakes", []);
        await PlayAsync(host, code, 3, (player, false), (guest, false));
        // One of the three is asked on a paper that the player has just opened.
        await player.StartAsync();
        var attempt = await app.AttemptAsync(SmallWorld.VicePrincipal);
        await app.WithDbAsync(async db =>
        {
            var asked = await db.ContestItems.Where(item => item.Number == 2 && db.Contests.Any(contest => contest.Id == item.ContestId && contest.Code == code)).SingleAsync();
            return await db.AttemptItems.Where(item => item.AttemptId == attempt.Id && item.Number == 1)
                .ExecuteUpdateAsync(item => item.SetProperty(one => one.QuestionHash, asked.QuestionHash).SetProperty(one => one.OptionOrder, asked.OptionOrder).SetProperty(one => one.Source, asked.Source));
        });
        var onPaper = (await app.InsideAsync(services => services.GetRequiredService<WithheldQuestions>().OnPapersAsync(attempt.PersonId, default)))
            .Intersect((await app.RoomAsync(code)).Cards.Select(card => (card.Source, card.Question.Prompt.Id))).Count();

        var clicks = await Task.WhenAll(host.PostAsync($"/contests/{code}/mistakes", []), colleague.PostAsync($"/contests/{code}/mistakes", []));
        var first = await SentAsync(code);
        await player.HandInAsync($"/quizzes/{QuizSteps.Slug}/attempts/1");
        using var later = await host.PostAsync($"/contests/{code}/mistakes", []);
        using var last = await host.PostAsync($"/contests/{code}/mistakes", []);

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.All(clicks.Concat([later, last]), answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.InRange(onPaper, 1, 3);
        Assert.Equal([(3 - onPaper, true)], first);
        Assert.Equal([(3 - onPaper, true), (onPaper, true)], await SentAsync(code));
        var prompt = (await app.RoomAsync(code)).Cards[0].Question.Prompt;
        Assert.Contains(prompt.Stem, await player.ReadAsync("/practice/mistakes"), StringComparison.Ordinal);
        Assert.Contains("已送入错题本3道", await host.ReadAsync($"/contests/{code}/host"), StringComparison.Ordinal);
        Assert.Contains("已送入错题本3道", await host.ReadAsync($"/contests/{code}/results"), StringComparison.Ordinal);
        Assert.Equal(3, await app.WithDbAsync(db => db.PracticeAnswers.CountAsync(answer => answer.PersonId == attempt.PersonId && !answer.IsRight && answer.QuestionHash != "")));
        Assert.True(ContestReplay.Of(await app.LogAsync(code)).IsProven);
        clicks.ToList().ForEach(answer => answer.Dispose());
    }

    [Fact]
    public async Task Prizes_and_hours_are_confirmed_once_become_certificate_and_record_and_are_taken_back()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var colleague = await app.SignInAsync(SmallWorld.CityOfficer);
        using var winner = await app.SignInAsync(SmallWorld.Responsible);
        using var idle = await app.SignInAsync(SmallWorld.Teacher);
        using var guest = app.Visitor();
        using var created = await host.PostAsync("/programmes", new()
        {
            ["Name"] = "消防学时",
            ["Organization"] = WorldIds.CodeOf(SmallWorld.Linxi),
            ["Quiz"] = "",
            ["CycleFrom"] = "2024-01-01",
            ["CycleUntil"] = "2026-12-31",
            ["CertificateTitle"] = "安全轮训证明",
            ["Hours[0].Domain"] = "Fire",
            ["Hours[0].Hours"] = "2",
        });
        var code = await host.ContestAsync(new() { ["First"] = "1", ["CreditMinutes"] = "90", ["CreditDomain"] = "Fire" });
        await winner.JoinAsync(code);
        await idle.JoinAsync(code);
        await guest.JoinAsync(code, "1", "甲");
        using var early = await host.PostAsync($"/contests/{code}/credits", []);
        var notYet = await host.ReadAsync($"/contests/{code}/prizes");
        await PlayAsync(host, code, 3, (winner, true), (guest, false));
        var pdf = await host.Http.GetByteArrayAsync(new Uri($"/contests/{code}/results.pdf", UriKind.Relative));
        var winnerId = WorldIds.Of("person", SmallWorld.Responsible);
        var prizes = await host.ReadAsync($"/contests/{code}/prizes");

        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["People"] = $"{winnerId}" };
        var given = await Task.WhenAll(host.PostAsync($"/contests/{code}/prizes", form), colleague.PostAsync($"/contests/{code}/prizes", form));
        var credited = await Task.WhenAll(host.PostAsync($"/contests/{code}/credits", []), colleague.PostAsync($"/contests/{code}/credits", []));
        var (awards, certificates, credit, record) = await app.WithDbAsync(async db =>
        {
            var contestId = await db.Contests.Where(contest => contest.Code == code).Select(contest => contest.Id).SingleAsync();
            return (
                await db.ContestAwards.AsNoTracking().Where(award => award.ContestId == contestId).ToListAsync(),
                await db.Certificates.AsNoTracking().Where(certificate => certificate.ProgrammeId == contestId).ToListAsync(),
                await db.ContestCredits.AsNoTracking().SingleAsync(one => one.ContestId == contestId),
                await db.TrainingRecords.AsNoTracking().SingleAsync(one => one.PersonId == winnerId && db.RecordParts.Any(part => part.RecordId == one.Id && part.Kind == LearningKind.Contest)));
        });
        var page = await host.ReadAsync($"/contests/{code}/credits");
        var own = await winner.ReadAsync($"/certificates/{Uri.EscapeDataString(certificates[0].Serial)}");
        using var silent = await host.PostAsync($"/contests/{code}/credits/{credit.Id}/revocation", []);
        using var revoked = await host.PostAsync($"/contests/{code}/credits/{credit.Id}/revocation", new() { ["Reason"] = "代答" });
        using var twice = await host.PostAsync($"/contests/{code}/credits/{credit.Id}/revocation", new() { ["Reason"] = "代答" });
        using var unknown = await host.PostAsync($"/contests/{code}/credits/{Guid.NewGuid()}/revocation", new() { ["Reason"] = "代答" });
        using var prizeRevoked = await host.PostAsync($"/contests/{code}/prizes/{awards[0].Id}/revocation", new() { ["Reason"] = "资格有误" });
        using var anew = await host.PostAsync($"/contests/{code}/credits", []);

        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("排行还没有确定", notYet, StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        Assert.Contains("一等奖", prizes, StringComparison.Ordinal);
        Assert.DoesNotContain("甲", prizes, StringComparison.Ordinal);
        // Who comes second is told, or finds it done.
        Assert.Contains(given, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.All(given, answer => Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Conflict));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], credited.Select(answer => answer.StatusCode).Order());
        Assert.Equal((winnerId, 1), (Assert.Single(awards).PersonId, awards[0].Rank));
        Assert.Equal((awards[0].Id, "消防知识竞赛·一等奖", CertificateCategory.Contest), (Assert.Single(certificates).RecordId, certificates[0].ProgrammeName, Serial.CategoryOf(certificates[0].Serial)));
        Assert.Contains("获奖证书", own, StringComparison.Ordinal);
        Assert.Equal((winnerId, 90), (credit.PersonId, credit.Minutes));
        Assert.Equal((90, credit.Day, Evidence.SeveralParts), (record.CreditMinutes, record.CompletionDay, record.Evidence));
        Assert.Contains("答题不足一半", page, StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.Conflict],
            new[] { silent, revoked, twice, unknown, prizeRevoked, anew }.Select(answer => answer.StatusCode));
        Assert.Equal("代答", await app.WithDbAsync(db => db.Revocations.Where(one => one.RecordId == record.Id).Select(one => one.Reason).SingleAsync()));
        var told = await app.WithDbAsync(db => db.Notices.AsNoTracking().SingleAsync(notice => notice.PersonId == winnerId && notice.Key == $"revocation:{credit.Id:N}"));
        Assert.Equal((NoticeKind.Revocation, "消防知识竞赛", "代答"), (told.Kind, told.About, told.Detail));
        given.Concat(credited).ToList().ForEach(answer => answer.Dispose());
    }

    [Fact]
    public async Task Hours_are_set_by_who_may_and_late_ones_are_confirmed_by_the_unit_above()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var bad = await host.PostAsync("/contests", ContestSteps.ContestFields(new() { ["CreditMinutes"] = "361" }));
        using var prize = await host.PostAsync("/contests", ContestSteps.ContestFields(new() { ["First"] = "501" }));
        using var classes = await host.PostAsync("/contests", ContestSteps.ContestFields(new() { ["OfClasses"] = "true", ["Teams"] = "三年级1班" }));
        using var player = await app.SignInAsync(SmallWorld.BinhePrincipal);
        var code = await host.ContestAsync(new() { ["CreditMinutes"] = "45" });
        await player.JoinAsync(code);
        await PlayAsync(host, code, 3, (player, true));
        app.Clock.Move(TimeSpan.FromDays(16));
        using var again = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var above = await app.SignInAsync(SmallWorld.CityOfficer);

        using var late = await again.PostAsync($"/contests/{code}/credits", []);
        using var confirmed = await above.PostAsync($"/contests/{code}/credits", []);

        Assert.All([bad, prize, classes], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (late.StatusCode, confirmed.StatusCode));
        Assert.Contains("由上级单位核定", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_that_count_for_a_target_are_confirmed_by_the_unit_above_once_its_cut_off_day_has_passed()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var player = await app.SignInAsync(SmallWorld.BinhePrincipal);
        var (linxi, today) = (WorldIds.CodeOf(SmallWorld.Linxi), DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8)));
        using var created = await host.PostAsync("/programmes", new()
        {
            ["Name"] = "消防学时项目",
            ["Organization"] = linxi,
            ["Quiz"] = "",
            ["CycleFrom"] = "2024-01-01",
            ["CycleUntil"] = "2027-12-31",
            ["CertificateTitle"] = "安全轮训证明",
            ["Hours[0].Domain"] = "Fire",
            ["Hours[0].Hours"] = "8",
        });
        using var target = await host.PostAsync($"/programmes/{created.Headers.Location!.OriginalString.Split('/')[2]}/targets", new()
        {
            ["Organization"] = linxi,
            ["Name"] = "校长消防学时",
            ["Year"] = "2026",
            ["Percent"] = "80",
            ["Positions"] = "Principal",
            ["Kinds"] = "School",
            ["Employments"] = "Established",
            ["WindowFrom"] = "2026-01-01",
            ["WindowUntil"] = $"{today.AddDays(2):yyyy-MM-dd}",
            ["CutOffDay"] = $"{today.AddDays(2):yyyy-MM-dd}",
        });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (created.StatusCode, target.StatusCode));
        var (counted, other) = (await host.ContestAsync(new() { ["CreditMinutes"] = "45", ["CreditDomain"] = "Fire" }), await host.ContestAsync(new() { ["CreditMinutes"] = "45" }));
        foreach (var code in new[] { counted, other })
        {
            await player.JoinAsync(code);
            await PlayAsync(host, code, 3, (player, true));
        }

        app.Clock.Move(TimeSpan.FromDays(4));
        using var again = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var above = await app.SignInAsync(SmallWorld.CityOfficer);
        using var late = await again.PostAsync($"/contests/{counted}/credits", []);
        using var free = await again.PostAsync($"/contests/{other}/credits", []);
        using var confirmed = await above.PostAsync($"/contests/{counted}/credits", []);

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { late, free, confirmed }.Select(answer => answer.StatusCode));
        Assert.Contains("已过统计截止日", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_come_ahead_unreadable_and_the_open_question_brings_their_key()
    {
        await AllKinds.PublishAsync(app);
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var player = app.Visitor();
        using var stranger = app.Visitor();
        var code = await host.DraftContestAsync();
        foreach (var (at, question) in AllKinds.Questions.Take(2).Index())
        {
            await app.WithDbAsync(db => db.ContestItems.Where(item => item.Number == at + 1 && db.Contests.Any(contest => contest.Id == item.ContestId && contest.Code == code))
                .ExecuteUpdateAsync(item => item.SetProperty(one => one.QuestionHash, question.Hash).SetProperty(one => one.OptionOrder, "0,1,2").SetProperty(one => one.Source, AllKinds.Course)));
        }

        using var prepared = await host.PostAsync($"/contests/{code}/settings/preparation", new() { ["version"] = "1" });
        await player.JoinAsync(code, "1", "甲");

        var list = (await player.JsonAsync($"/contests/{code}/parcels")).GetProperty("parcels").EnumerateArray().Select(one => one.GetString() ?? "").ToList();
        var sent = await Task.WhenAll(list.Select(address => player.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))));
        using var early = await player.GetAsync($"/contests/{code}/pictures/{AllKinds.Picture.File}");
        var waiting = (await player.JsonAsync($"/contests/{code}/state?after=-1")).ToString();
        using var foreign = await stranger.GetAsync(list[0]);
        using var unknown = await player.GetAsync($"/contests/{code}/parcels/{new string('0', 32)}");
        await host.StepAsync(code, ContestEntryKind.Opened, 1);
        var picture = (await player.JsonAsync($"/contests/{code}/state?after=-1")).GetProperty("question").GetProperty("pictures")[0];
        var shown = await player.Http.GetByteArrayAsync(new Uri(picture.GetProperty("address").GetString()!, UriKind.Relative));
        var own = list.IndexOf(picture.GetProperty("parcel").GetString()!);

        Assert.Equal([16 * 1024 + 16, 16 * 1024 + 16], sent.Select(parcel => parcel.Length));
        Assert.DoesNotContain(AllKinds.Picture.File, string.Join(' ', list), StringComparison.Ordinal);
        Assert.DoesNotContain("key", waiting, StringComparison.Ordinal);
        Assert.All([early, foreign, unknown], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(shown, Open(sent[own], picture.GetProperty("key").GetString()!));
        // The key of one opens no other, though the picture is the same.
        Assert.Throws<AuthenticationTagMismatchException>(() => Open(sent[1 - own], picture.GetProperty("key").GetString()!));
    }

    [Fact]
    public async Task Classes_play_and_only_counts_stay()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var signedIn = await app.SignInAsync(SmallWorld.Teacher);
        var code = await host.ContestAsync(new() { ["OfClasses"] = "true", ["Teams"] = "三年级1班\n三年级2班", ["WrongPoints"] = "1", ["HasSpeed"] = "true", ["CreditMinutes"] = "45", ["First"] = "1" });
        var devices = Enumerable.Range(0, 8).Select(_ => app.Visitor()).ToList();
        foreach (var (at, device) in devices.Index())
        {
            // What a child types all the same is not taken.
            using var joined = await device.TryJoinAsync(code, place: $"9{at}", name: "林小满", team: at < 5 ? "0" : "1");
            Assert.True(joined.StatusCode == HttpStatusCode.Redirect, await joined.Content.ReadAsStringAsync());
        }

        using var classless = await app.Visitor().TryJoinAsync(code);
        using var teacher = await signedIn.TryJoinAsync(code, team: "1");
        var keys = await app.KeysAsync(code);
        Assert.Contains("已加入的设备", await host.ReadAsync($"/contests/{code}/host"), StringComparison.Ordinal);
        for (var item = 1; item <= 3; item++)
        {
            await host.StepAsync(code, ContestEntryKind.Opened, item);
            foreach (var (at, device) in devices.Index())
            {
                // A process that is killed in the middle of it loses nothing.
                using var answer = await device.AnswerContestAsync(code, item, at is 0 ? ContestSteps.Wrong(keys[item - 1]) : keys[item - 1], "once");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }

            app.Services.GetRequiredService<ContestRooms>().Forget();
            using var again = await devices[1].AnswerContestAsync(code, item, keys[item - 1], "once");
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            await host.StepAsync(code, ContestEntryKind.Locked, item);
            await host.StepAsync(code, ContestEntryKind.Revealed, item);
            if (item < 3)
            {
                await host.StepAsync(code, ContestEntryKind.Next, item);
            }
        }

        var seat = await devices[0].JsonAsync($"/contests/{code}/seat");
        using var adjusted = await host.TryStepAsync(code, ContestEntryKind.Adjusted, others: new() { ["Seat"] = "1", ["Amount"] = "5", ["Reason"] = "补分" });
        Assert.Equal(0, await app.WithDbAsync(db => db.ContestSeats.CountAsync(one => db.Contests.Any(contest => contest.Id == one.ContestId && contest.Code == code) && (one.GuestName != null || one.Place != null || one.PersonId != null))));
        var running = ContestRanking.DigestOf((await app.RoomAsync(code)).Read(state => state.Ranking));
        await host.StepAsync(code, ContestEntryKind.Finished, 3);

        var rows = await app.WithDbAsync(async db =>
        {
            var id = await db.Contests.Where(contest => contest.Code == code).Select(contest => contest.Id).SingleAsync();
            // Of the class that is too small not even the number is kept.
            Assert.Equal(5, await db.Contests.Where(contest => contest.Id == id).Select(contest => contest.Seats).SingleAsync());
            return (await db.ContestDeviceEntries.CountAsync(entry => entry.ContestId == id), await db.ContestSeats.CountAsync(one => one.ContestId == id), await db.ContestKeys.CountAsync(key => key.ContestId == id));
        });
        app.Services.GetRequiredService<ContestRooms>().Forget();
        var log = await app.LogAsync(code);
        var replay = ContestReplay.Of(log);
        var (results, csv, export, screen) = (
            await host.ReadAsync($"/contests/{code}/results"), await host.ReadAsync($"/contests/{code}/log.csv"), await host.ReadAsync($"/contests/{code}/results.csv"), await host.ReadAsync($"/contests/{code}/screen"));
        using var mistakes = await host.PostAsync($"/contests/{code}/mistakes", []);
        using var gone = await devices[0].GetAsync($"/contests/{code}/seat");
        var (credits, prizes) = (await host.ReadAsync($"/contests/{code}/credits"), await host.ReadAsync($"/contests/{code}/prizes"));

        // Each question: four of five right, one wrong: (40 - 1) / 5. The second class has but four devices.
        Assert.Equal([(1, 1, 2340), (2, 2, 0)], replay.State.Ranking.Select(line => (line.Rank, line.Seat, line.Points)));
        Assert.Equal((23.4, 1, 2), (seat.GetProperty("points").GetDouble(), seat.GetProperty("rank").GetInt32(), seat.GetProperty("of").GetInt32()));
        Assert.True(replay.IsProven);
        Assert.Equal(running, ContestRanking.DigestOf(replay.State.Ranking));
        Assert.Equal((0, 0, 0), rows);
        Assert.DoesNotContain(log, ContestDeviceEntry.IsAbout);
        Assert.All(log.Where(entry => entry is { Kind: ContestEntryKind.Counted, Seat: 2 }), entry => Assert.True(entry is { Amount: null, Text: null }));
        Assert.Equal(3, log.Count(entry => entry is { Kind: ContestEntryKind.Counted, Seat: 1, Amount: 5 }));
        Assert.DoesNotContain("Answered,", csv.Split("number,")[^1], StringComparison.Ordinal);
        Assert.All([results, csv, export, screen], page => Assert.DoesNotContain("林小满", page, StringComparison.Ordinal));
        Assert.All([results, screen], page => Assert.Contains("23.40", page, StringComparison.Ordinal));
        Assert.Contains("三年级2班", export, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.NotFound], new[] { classless, teacher, adjusted, mistakes, gone }.Select(answer => answer.StatusCode));
        Assert.Contains("没有设学时", credits, StringComparison.Ordinal);
        Assert.Contains("没有可以授奖的人", prizes, StringComparison.Ordinal);
        Assert.Equal((byte)'%', (await host.Http.GetByteArrayAsync(new Uri($"/contests/{code}/results.pdf", UriKind.Relative)))[0]);
        devices.ForEach(device => device.Dispose());
    }

    [Fact]
    public async Task A_contest_that_is_over_leaves_the_memory_and_one_of_classes_that_nobody_ends_its_devices()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var device = app.Visitor();
        var (over, open) = (await host.ContestAsync(), await host.ContestAsync(new() { ["OfClasses"] = "true", ["Teams"] = "甲班\n乙班" }));
        using var joined = await device.TryJoinAsync(open, team: "0");
        await host.StepAsync(over, ContestEntryKind.Finished, 1);
        var rooms = app.Services.GetRequiredService<ContestRooms>();
        var known = rooms.Known.Select(room => room.Code).ToList();

        rooms.ForgetFinished();
        var still = rooms.Known.Select(room => room.Code).ToList();
        app.Clock.Move(ContestRooms.Kept + TimeSpan.FromMinutes(1));
        rooms.ForgetFinished();
        var later = rooms.Known.Select(room => room.Code).ToList();
        await rooms.ForgetDevicesAsync(default);
        using var kept = await device.GetAsync($"/contests/{open}/seat");
        app.Clock.Move(ContestRooms.LongestLesson);
        await rooms.ForgetDevicesAsync(default);
        using var gone = await device.GetAsync($"/contests/{open}/seat");

        Assert.All([known, still], codes => Assert.Contains(over, codes));
        Assert.DoesNotContain(over, later);
        Assert.Contains(open, later);
        Assert.Contains("结果", await host.ReadAsync($"/contests/{over}/results"), StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK, HttpStatusCode.NotFound], new[] { joined, kept, gone }.Select(answer => answer.StatusCode));
        await host.StepAsync(open, ContestEntryKind.Opened, 1);
    }

    [Fact]
    public async Task Strangers_find_nothing_of_what_comes_after()
    {
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var far = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var code = await host.ContestAsync(new() { ["CreditMinutes"] = "45" });

        foreach (var page in new[] { "results.pdf", "credits", "prizes", "parcels", $"parcels/{new string('0', 32)}" })
        {
            using var outside = await far.GetAsync($"/contests/{code}/{page}");
            using var unable = await teacher.GetAsync($"/contests/{code}/{page}");
            using var unknown = await host.GetAsync($"/contests/ZZZZZZ/{page}");
            using var signedOut = await visitor.GetAsync($"/contests/{code}/{page}");
            Assert.True(outside.StatusCode == HttpStatusCode.NotFound && unable.StatusCode == HttpStatusCode.NotFound && unknown.StatusCode == HttpStatusCode.NotFound, page);
            Assert.True(signedOut.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound, page);
        }

        foreach (var address in new[] { "mistakes", "credits", "prizes", $"credits/{Guid.NewGuid()}/revocation" })
        {
            using var outside = await far.PostAsync($"/contests/{code}/{address}", new() { ["Reason"] = "代答" });
            using var unable = await teacher.PostAsync($"/contests/{code}/{address}", new() { ["Reason"] = "代答" });
            Assert.True(outside.StatusCode == HttpStatusCode.NotFound && unable.StatusCode == HttpStatusCode.NotFound, address);
        }
    }

    /// <summary>All questions to the end; each player answers all of them rightly, or none.</summary>
    private async Task PlayAsync(TestBrowser host, string code, int items, params (TestBrowser Player, bool IsRight)[] players)
    {
        var keys = await app.KeysAsync(code);
        for (var item = 1; item <= items; item++)
        {
            await host.StepAsync(code, ContestEntryKind.Opened, item);
            foreach (var (player, isRight) in players)
            {
                using var answer = await player.AnswerContestAsync(code, item, isRight ? keys[item - 1] : ContestSteps.Wrong(keys[item - 1]));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }

            await host.StepAsync(code, ContestEntryKind.Locked, item);
            await host.StepAsync(code, ContestEntryKind.Revealed, item);
            await host.StepAsync(code, item < items ? ContestEntryKind.Next : ContestEntryKind.Finished, item);
        }
    }

    private async Task<List<(int Amount, bool IsKnown)>> SentAsync(string code) =>
        [.. (await app.LogAsync(code)).Where(entry => entry.Kind is ContestEntryKind.MistakesSent).Select(entry => (entry.Amount ?? 0, entry.By is not null))];

    /// <summary>As a phone does.</summary>
    private static byte[] Open(byte[] parcel, string key)
    {
        var plain = new byte[parcel.Length - 16];
        using var aes = new AesGcm(Convert.FromBase64String(key), 16);
        aes.Decrypt(new byte[12], parcel.AsSpan(0, plain.Length), parcel.AsSpan(plain.Length), plain);
        return plain[4..(4 + BinaryPrimitives.ReadInt32BigEndian(plain))];
    }

    [GeneratedRegex("name=\"Token\" value=\"([^\"]+)\"")]
    private static partial Regex SeatToken();
}

public sealed class HallContestOnSqlite(SqliteApp app) : HallContestTests(app), IClassFixture<SqliteApp>;

public sealed class HallContestOnPostgres(PostgresApp app) : HallContestTests(app), IClassFixture<PostgresApp>;
