#if DEMO_WORLDS
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Speeches;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Demo;

/// <summary>Holds a speech contest of a demo county, with entries and the sheets of one judge.</summary>
public sealed class DemoSpeechLoader(Db db, Transactions transactions, Ids ids, DayClock clock)
{
    private static readonly (string Person, string Unit, string Title, string Text, string Scores)[] Speeches =
    [
        (SmallWorld.Teacher, SmallWorld.School32, "门外的那把锁", "各位老师：\n去年冬天，我在巡查时看到一扇上了锁的疏散门。钥匙在值班室，值班室在另一栋楼。\n从那天起，我每天上课前先走一遍疏散通道。", "92,90,88,95"),
        ("vice-binhe", SmallWorld.Binhe, "三分钟有多长", "各位老师：\n第一次演练，全校下楼用了七分钟。我们改了路线，练了四次，现在是两分五十秒。\n三分钟有多长？长到每个人都能走出去。", "88,91,90,90"),
        ("principal-poplar", SmallWorld.Poplar, "孩子的高度", "各位老师：\n蹲下来，用孩子的高度看一遍教室：插座、柜角、热水壶，都在眼前。\n安全检查从蹲下来开始。", ""),
    ];

    public Task RunAsync(CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var (holder, judge) = (WorldIds.Of("person", SmallWorld.LinxiOfficer), WorldIds.Of("person", SmallWorld.CityOfficer));
        var contest = new SpeechContest { Id = ids.Next(), Code = "DEMP2345", OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi), CreatedAt = clock.Now.AddDays(-7), CreatedBy = holder };
        contest.Agree(new SpeechTerms
        {
            Title = "“我身边的安全”演讲比赛",
            Theme = "结合岗位讲一件亲身经历的校园安全小事，五分钟以内。",
            EntriesUntil = clock.Today.AddDays(-1),
            Criteria = [new("演讲内容", 40), new("语言表达", 30), new("仪态形象", 20), new("时间把握", 10)],
            DropFrom = 5,
            ExcludesOwnUnit = true,
            Prizes = new PrizeCounts(1, 2, 3),
        });
        contest.Move(SpeechStanding.Running, clock.Now);
        db.Add(contest);
        db.AddRange(new[] { judge, holder }.Select(person => new SpeechJudge { ContestId = contest.Id, PersonId = person, AddedAt = clock.Now, AddedBy = holder }));
        foreach (var (place, (person, unit, title, text, scores)) in Speeches.Index())
        {
            var entry = new SpeechEntry { Id = ids.Next(), ContestId = contest.Id, Number = place + 1, PersonId = WorldIds.Of("person", person), UnitId = WorldIds.Of("organization", unit), EnteredAt = clock.Now.AddDays(-3) };
            entry.Write(title, text);
            db.Add(entry);
            if (scores.Length > 0)
            {
                db.Add(new SpeechSheet { Id = ids.Next(), EntryId = entry.Id, JudgeId = judge, Turn = 1, Scores = scores, Comment = "故事具体，语言朴实。", IsOwnUnit = false, At = clock.Now });
            }
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }, cancel);
}
#endif
