using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Contests.Stage;
using TrainingHub.Courses;
using TrainingHub.Practice;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>
/// 错题: puts what each player with an account answered wrongly into their own mistakes, as an answer in practice of that moment. On a stage what a team
/// answered wrongly, or not at all, belongs to all its named members, and what any team did goes to the invited audience as well. Each goes there once,
/// however often it is asked for. What stands on a paper that somebody is answering waits until it is asked for again.
/// </summary>
public sealed class SendMistakes(Db db, Transactions transactions, ContestRooms rooms, WithheldQuestions withheld, IPrintedPapers printed, CurrentPerson current, DayClock clock)
{
    /// <summary>People of one transaction, as when hours are confirmed.</summary>
    private const int PeopleAtOnce = 300;
    private const int AtOnce = 500;

    /// <summary>Rows of one transaction: others write as well.</summary>
    private const int RowsAtOnce = 3000;

    /// <summary>How many were put there now; null while the contest goes on, and where classes played.</summary>
    /// <param name="contest">Within reach.</param>
    /// <param name="audience">Of a stage: people within reach who were invited to look on; empty without.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<int?> RunAsync(Contest contest, IReadOnlyCollection<Guid> audience, CancellationToken cancel)
    {
        if (await rooms.FindAsync(contest.Id, cancel) is not { IsOfClasses: false } room)
        {
            return null;
        }

        // Another process may have ended it a moment ago.
        await rooms.CatchUpAsync(room, cancel);
        if ((room.IsStage ? await OfStageAsync(room, contest, audience, cancel) : OfHall(room)) is not { } wrong)
        {
            return null;
        }

        var sent = 0;
        List<IGrouping<Guid, Wrong>> everybody = [.. wrong.GroupBy(one => one.PersonId)];
        var people = Math.Clamp(RowsAtOnce / Math.Max(1, everybody.Select(person => person.Count()).DefaultIfEmpty().Max()), 1, PeopleAtOnce);
        foreach (var some in everybody.Chunk(people).Select(chunk => chunk.SelectMany(person => person).ToList()))
        {
            sent += await transactions.RunAsync(cancel => SendAsync(contest.Id, some, cancel), cancel);
        }

        await rooms.CatchUpAsync(room, cancel);
        return sent;
    }

    private static List<Wrong>? OfHall(ContestRoom room) =>
        room.Read(state => state.Phase is ContestPhase.Finished ? state.Questions.Where(question => question.Counts).SelectMany(question => WrongTo(room, question)).ToList() : null);

    /// <summary>What nobody gave letters for, a judge has heard, or a team left unanswered, is an answer without letters.</summary>
    private async Task<List<Wrong>?> OfStageAsync(ContestRoom room, Contest contest, IReadOnlyCollection<Guid> audience, CancellationToken cancel)
    {
        var missed = room.Read(state => state.Stage is { Phase: StagePhase.Finished } stage
            ? stage.Questions.Where(question => question.Missed.Count > 0).Select(question => (question.Number, Teams: question.Missed, Given: question.Given.ToDictionary())).ToList()
            : null);
        if (missed is null)
        {
            return null;
        }

        var members = await db.StagePeopleAsync(contest, cancel);
        var (onlookers, at) = (audience.Except(members.Select(member => member.PersonId)).ToList(), contest.FinishedAt ?? clock.Now);
        var wrong = new List<Wrong>();
        foreach (var (number, teams, given) in missed)
        {
            var card = room.CardOf(number) ?? throw new InvalidOperationException("A question that was shown is one of the contest.");
            wrong.AddRange(members.Where(member => teams.Contains(member.Team)).Select(member => Of(member.PersonId, ChoiceOf(given.GetValueOrDefault(member.Team), card))));
            wrong.AddRange(onlookers.Select(person => Of(person, "")));

            Wrong Of(Guid person, string choice) => new(StageIdOf(room.Id, person, number), person, card, choice, at);
        }

        return wrong;
    }

    private static string ChoiceOf(StageGiven? given, ContestCard card) =>
        given is not null && ResponseText.Parse(given.Text, card.Question.Prompt, card.Order) is ResponseOutcome.Parsed(var response) ? ResponseText.InAuthorsOrder(response, card.Question.Prompt) : "";

    private static IEnumerable<Wrong> WrongTo(ContestRoom room, ContestQuestion question)
    {
        var card = room.CardOf(question.Number) ?? throw new InvalidOperationException("A question that was opened is one of the contest.");
        foreach (var (seat, answer) in question.Answers)
        {
            if (!question.IsRight(answer.Text) && room.Seat(seat)?.PersonId is { } person
                && ResponseText.Parse(answer.Text, card.Question.Prompt, card.Order) is ResponseOutcome.Parsed(var response))
            {
                yield return new Wrong(IdOf(room.Id, seat, question.Number), person, card, ResponseText.InAuthorsOrder(response, card.Question.Prompt), answer.At);
            }
        }
    }

    /// <summary>Nobody is told by their mistakes what is right on a paper before them.</summary>
    private async Task<List<Wrong>> WithoutPapersAsync(List<Wrong> wrong, CancellationToken cancel)
    {
        List<Guid> people = [.. wrong.Select(one => one.PersonId).Distinct()];
        var sitting = await db.Attempts.Where(attempt => attempt.SubmittedAt == null && people.Contains(attempt.PersonId)).Select(attempt => attempt.PersonId)
            .Union(printed.In(db).Where(paper => paper.PersonId != null && people.Contains(paper.PersonId.Value)).Select(paper => paper.PersonId!.Value)).ToListAsync(cancel);
        var names = new Dictionary<Guid, IReadOnlySet<(string CourseSlug, string QuestionId)>>();
        foreach (var person in sitting)
        {
            names[person] = await withheld.OnPapersAsync(person, cancel);
        }

        return wrong.FindAll(one => !names.TryGetValue(one.PersonId, out var papers) || !papers.Contains((one.Card.Source, one.Card.Question.Prompt.Id)));
    }

    private async Task<int> SendAsync(Guid contestId, List<Wrong> wrong, CancellationToken cancel)
    {
        // What was loaded with the people before these is no longer how it stands.
        db.ChangeTracker.Clear();

        // The second of two waits here, and finds what the first has sent.
        var contest = await db.LockContestAsync(contestId, cancel) ?? throw new InvalidOperationException("A contest is never deleted.");
        var (open, known) = (await WithoutPapersAsync(wrong, cancel), new HashSet<Guid>());
        foreach (var some in open.Select(one => one.Id).Chunk(AtOnce).Select(chunk => chunk.ToList()))
        {
            known.UnionWith(await db.PracticeAnswers.Where(answer => some.Contains(answer.Id)).Select(answer => answer.Id).ToListAsync(cancel));
        }

        var fresh = open.FindAll(one => !known.Contains(one.Id));
        if (fresh.Count is 0)
        {
            return 0;
        }

        db.PracticeAnswers.AddRange(fresh.Select(one => new PracticeAnswer
        {
            Id = one.Id,
            PersonId = one.PersonId,
            CourseSlug = one.Card.Source,
            QuestionHash = one.Card.Question.Hash,
            Choice = one.Choice,
            IsRight = false,
            IsDaily = false,
            AnsweredAt = one.At,
        }));
        var entry = new ContestEntry
        {
            ContestId = contestId,
            Number = contest.LastNumber + 1,
            Kind = ContestEntryKind.MistakesSent,
            At = clock.Now,
            Amount = fresh.Count,
            By = current.Id,
        };
        contest.Follow(entry);
        db.Add(entry);
        await SaveAsync(cancel);
        return fresh.Count;
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Somebody else sent the same mistakes in the same moment.");
        }
    }

    /// <summary>Follows from contest, person and question: sent again, it is the same row.</summary>
    private static Guid StageIdOf(Guid contestId, Guid personId, int item) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"mistake/2\n{contestId:N}\n{personId:N}\n{item}"))).AsSpan(0, 16));

    /// <summary>Follows from contest, seat and question: sent again, it is the same row.</summary>
    private static Guid IdOf(Guid contestId, int seat, int item) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"mistake/1\n{contestId:N}\n{seat}\n{item}"))).AsSpan(0, 16));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Wrong(Guid Id, Guid PersonId, ContestCard Card, string Choice, DateTime At);
}
