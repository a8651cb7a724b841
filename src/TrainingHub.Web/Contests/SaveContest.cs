using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>Agrees on a contest and draws its questions, by version, from the courses and banks named: anew each time, until it is prepared.</summary>
public sealed class SaveContest(Db db, Transactions transactions, PaperDraws draws, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="owner">The unit that holds it, within reach.</param>
    /// <param name="contestId">Null for a new one.</param>
    /// <param name="input">Sound in shape.</param>
    /// <param name="plan">Sound.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<ContestSaved> RunAsync(Guid owner, Guid? contestId, ContestInput input, ContestPlan plan, CancellationToken cancel) =>
        RunAsync(owner, contestId, input.Title, input.Version, plan, risk: 0, (contest, drawn, questions) =>
        {
            contest.Agree(input.Title, input.Rules, ContestPlanJson.Write(drawn), questions, input.AllowsGuests, input.TeamLines);
            contest.Give(input.Prizes, input.Credit, input.CreditDomain);
        }, cancel);

    /// <param name="owner">The unit that holds it, within reach.</param>
    /// <param name="contestId">Null for a new one.</param>
    /// <param name="title">Of the contest.</param>
    /// <param name="version">Of what the form showed.</param>
    /// <param name="plan">Sound.</param>
    /// <param name="risk">How many of its questions of any kind are risk questions, which are kept by difficulty.</param>
    /// <param name="agree">Says what is agreed, with the plan that was drawn by and the number of questions.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<ContestSaved> RunAsync(Guid owner, Guid? contestId, string title, int version, ContestPlan plan, int risk, Action<Contest, ContestPlan, int> agree, CancellationToken cancel)
    {
        var now = clock.Now;
        var terms = new QuizTerms
        {
            Title = title,
            OpensAt = now,
            ClosesAt = now,
            Minutes = 1,
            PassPercent = 1,
            AttemptsAllowed = 1,
            Courses = plan.Courses,
            UsesBank = plan.UsesBank,
            Plan = plan.ToPaperPlan(),
        };
        List<PaperCandidate> candidates = [.. ContestPlan.Playable(await draws.CandidatesAsync(owner, terms, cancel))];
        var drawn = plan.WithPools(risk, candidates);
        var seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        return new PaperDraw(drawn.ToPaperPlan(), candidates).Draw(seed) is PaperOutcome.Drawn(var paper)
            ? await transactions.RunAsync(cancel => SaveAsync(owner, contestId, version, drawn, paper, agree, cancel), cancel)
            : new ContestSaved.Short();
    }

    private async Task<ContestSaved> SaveAsync(Guid owner, Guid? contestId, int version, ContestPlan drawn, Paper paper, Action<Contest, ContestPlan, int> agree, CancellationToken cancel)
    {
        Contest? contest;
        if (contestId is { } id)
        {
            contest = await db.LockContestAsync(id, cancel);
            if (contest is not { MayBeChanged: true } || contest.Version != version)
            {
                return new ContestSaved.Changed();
            }

            db.ContestItems.RemoveRange(await db.ContestItems.Where(item => item.ContestId == id).ToListAsync(cancel));
            await db.SaveChangesAsync(cancel);
        }
        else
        {
            contest = new Contest { Id = ids.Next(), Code = FindContest.NewCode(), OrganizationId = owner, CreatedAt = clock.Now, CreatedBy = current.Id };
            db.Contests.Add(contest);
        }

        agree(contest, drawn, paper.Items.Count);
        db.ContestItems.AddRange(paper.Items.Select(item => new ContestItem
        {
            ContestId = contest.Id,
            Number = item.Number,
            QuestionHash = item.QuestionHash,
            OptionOrder = item.OptionOrderText,
            Source = item.Source ?? "",
        }));
        await db.SaveChangesAsync(cancel);
        return new ContestSaved.Done(contest.Code);
    }
}
