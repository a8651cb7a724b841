#if DEMO_WORLDS
using TrainingHub.Contests;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Demo;

/// <summary>A contest of a demo county that can be joined, with questions of the fire-safety course.</summary>
public sealed class DemoContestLoader(Db db, Transactions transactions, CourseShelf shelf, CurrentBank bank, Ids ids, DayClock clock)
{
    public const string Code = "DEMX24";
    private const string Course = "fire-safety";

    public async Task RunAsync(CancellationToken cancel)
    {
        if (await shelf.FindAsync(Course, cancel) is not { } course)
        {
            return;
        }

        var plan = new ContestPlan { Courses = [Course], Single = 6, Multiple = 4 };
        var candidates = (await bank.ForPapersAsync(course, cancel)).Select(question => new PaperCandidate(Course, question, question.Tags)).ToList();
        if (new PaperDraw(plan.ToPaperPlan(), ContestPlan.Playable(candidates)).Draw(1) is PaperOutcome.Drawn(var paper))
        {
            await transactions.RunAsync(cancel => AddAsync(plan, paper, cancel), cancel);
        }
    }

    private async Task AddAsync(ContestPlan plan, Paper paper, CancellationToken cancel)
    {
        var by = WorldIds.Of("person", SmallWorld.LinxiOfficer);
        var contest = new Contest { Id = ids.Next(), Code = Code, OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi), CreatedAt = clock.Now, CreatedBy = by };
        var rules = new ContestRules { Seconds = 20, Points = 100, HasSpeed = true, StreakPoints = 10 };
        contest.Agree("消防安全知识竞赛", rules, ContestPlanJson.Write(plan), paper.Items.Count, allowsGuests: true, teams: "");
        var prepared = new ContestEntry
        {
            ContestId = contest.Id, Number = 1, Kind = ContestEntryKind.Prepared, At = clock.Now, Item = contest.Questions, Text = contest.Rules, By = by, Digest = ContestRanking.DigestOf([]),
        };
        contest.Follow(prepared);
        db.AddRange(contest, prepared);
        db.ContestItems.AddRange(paper.Items.Select(item => new ContestItem
        {
            ContestId = contest.Id, Number = item.Number, QuestionHash = item.QuestionHash, OptionOrder = item.OptionOrderText, Source = item.Source ?? "",
        }));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
#endif
