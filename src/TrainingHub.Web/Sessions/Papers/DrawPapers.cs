using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Papers;

/// <summary>
/// Draws a paper for everybody on the list who has none and may sit the quiz, each its own, and freezes it. From then until the session is closed its
/// questions are kept from that person's practice.
/// </summary>
public sealed class DrawPapers(
    Db db, IPrintedPapers printedPapers, Transactions transactions, SessionQuizQuery quizzes, CurrentBank bank, PaperDraws draws, QuestionShelf questionShelf, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <summary>In one go.</summary>
    public const int Most = 200;

    /// <param name="session">Within reach: the caller has asked.</param>
    /// <param name="only">Rows of the list; null: everybody, the first <see cref="Most"/> of them.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<DrawPapersOutcome> RunAsync(TrainingSession session, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        if (await quizzes.RunAsync(session, cancel) is not { } quiz)
        {
            return new DrawPapersOutcome.NoQuiz();
        }

        var draw = await ReadyAsync(quiz, cancel);
        return draw(0) is not { } sample ? new DrawPapersOutcome.BankTooSmall()
            : await IsMarkedTwiceAsync(quiz, [sample], cancel) ? new DrawPapersOutcome.MarkedTwice()
            : await transactions.RunAsync(cancel => DrawAsync(session.Id, quiz, draw, only, cancel), cancel);
    }

    /// <summary>Whether a paper of the quiz has questions that a person must mark, and whether two must: then it is not sat on paper.</summary>
    public async Task<(bool HasWritten, bool IsMarkedTwice)> MarkingAsync(SessionQuiz quiz, CancellationToken cancel) =>
        (await ReadyAsync(quiz, cancel))(0) is { } sample && await HasWrittenAsync([sample], cancel) ? (true, await IsMarkedTwiceAsync(quiz, cancel)) : (false, false);

    private async Task<bool> IsMarkedTwiceAsync(SessionQuiz quiz, IReadOnlyList<Paper> papers, CancellationToken cancel) =>
        await IsMarkedTwiceAsync(quiz, cancel) && await HasWrittenAsync(papers, cancel);

    // Of a paper one result is typed in: nobody would know that the two did not see each other's.
    private async Task<bool> IsMarkedTwiceAsync(SessionQuiz quiz, CancellationToken cancel) =>
        MarkingRule.InForce(await db.MarkingRules.AsNoTracking().Where(rule => rule.QuizSlug == quiz.Slug).ToListAsync(cancel), clock.Now) is { IsDouble: true };

    private async Task<bool> HasWrittenAsync(IReadOnlyList<Paper> papers, CancellationToken cancel)
    {
        var prompts = await questionShelf.PromptsAsync([.. papers.SelectMany(paper => paper.Items).Select(item => item.QuestionHash).Distinct(StringComparer.Ordinal)], cancel);
        return prompts.Values.Any(prompt => !prompt.IsGradedAtOnce);
    }

    private async Task<Func<long, Paper?>> ReadyAsync(SessionQuiz quiz, CancellationToken cancel)
    {
        if (quiz.Arranged is var (arranged, terms))
        {
            var ready = await draws.FindAsync(arranged, terms, cancel);
            return seed => ready.Draw.Draw(seed) is PaperOutcome.Drawn(var paper) ? paper : null;
        }

        var found = quiz.OfCourse ?? throw new InvalidOperationException("A quiz is arranged or of a course.");
        var pools = await bank.PoolsForPapersAsync(found.Course, cancel);
        return seed => found.Quiz.Blueprint.Draw(pools, seed) is PaperOutcome.Drawn(var paper) ? paper : null;
    }

    private async Task<DrawPapersOutcome> DrawAsync(Guid sessionId, SessionQuiz quiz, Func<long, Paper?> draw, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var session = await db.LockSessionAsync(sessionId, cancel);
        if (session.Standing is not SessionStanding.Planned)
        {
            return new DrawPapersOutcome.Over();
        }

        var people = await db.Participants.AsNoTracking()
            .Where(one => one.SessionId == sessionId && (one.State == ParticipantState.Called || one.State == ParticipantState.Accepted) && !db.SessionPapers.Any(paper => paper.ParticipantId == one.Id)
                && (only == null || only.Contains(one.Id)))
            .OrderBy(one => one.Id).ToListAsync(cancel);
        var sitters = await SittersAsync(quiz, [.. people.Select(one => one.PersonId).OfType<Guid>()], cancel);
        var number = await db.SessionPapers.Where(paper => paper.SessionId == sessionId).MaxAsync(paper => (int?)paper.Number, cancel) ?? 0;
        var (numbers, drawn) = (new List<int>(), new List<Paper>());
        foreach (var one in people.Where(one => !sitters[one.PersonId ?? Guid.Empty].IsRefused).Take(Most))
        {
            var seed = StartArranged.NewSeed();
            if (draw(seed) is not { } paper)
            {
                return new DrawPapersOutcome.BankTooSmall();
            }

            Add(sessionId, one.Id, ++number, quiz, sitters[one.PersonId ?? Guid.Empty].Added, seed, paper);
            numbers.Add(number);
            drawn.Add(paper);
        }

        if (await IsMarkedTwiceAsync(quiz, drawn, cancel))
        {
            db.ChangeTracker.Clear();
            return new DrawPapersOutcome.MarkedTwice();
        }

        await db.SaveChangesAsync(cancel);
        return new DrawPapersOutcome.Drawn(numbers, people.Count(one => sitters[one.PersonId ?? Guid.Empty].IsRefused));
    }

    private void Add(Guid sessionId, Guid participantId, int number, SessionQuiz quiz, int added, long seed, Paper paper)
    {
        var drawn = new SessionPaper
        {
            Id = ids.Next(),
            SessionId = sessionId,
            ParticipantId = participantId,
            Number = number,
            QuizSlug = quiz.Slug,
            CourseSlug = quiz.OfCourse?.Course.Slug ?? "",
            CourseHash = quiz.OfCourse?.Course.Hash ?? "",
            Seed = seed,
            Minutes = quiz.Minutes + added,
            PassPercent = quiz.PassPercent,
            FullPoints = paper.FullPoints,
            DrawnAt = clock.Now,
            DrawnBy = current.Id,
        };
        db.SessionPapers.Add(drawn);
        db.AttemptItems.AddRange(paper.Items.Select(item => new AttemptItem
        {
            AttemptId = drawn.Id,
            Number = item.Number,
            QuestionHash = item.QuestionHash,
            OptionOrder = item.OptionOrderText,
            Points = item.Points,
            Rule = item.Rule,
            Source = item.Source,
        }));
    }

    /// <summary>
    /// Who may not sit it now, as if they started online, and how many minutes were given for the attempt that it will be; the session itself stands for the
    /// lessons. An empty id stands for guests, who have no attempts.
    /// </summary>
    private async Task<Dictionary<Guid, (bool IsRefused, int Added)>> SittersAsync(SessionQuiz quiz, List<Guid> people, CancellationToken cancel)
    {
        var attempts = (await db.Attempts.AsNoTracking().Where(attempt => attempt.QuizSlug == quiz.Slug && people.Contains(attempt.PersonId)).ToListAsync(cancel)).ToLookup(attempt => attempt.PersonId);
        var allowances = (await db.QuizAllowances.AsNoTracking().Where(given => given.QuizSlug == quiz.Slug && people.Contains(given.PersonId)).ToListAsync(cancel)).ToLookup(given => given.PersonId);
        // Of this session none of them has a paper: of another one.
        var printed = (await printedPapers.In(db).Where(paper => paper.QuizSlug == quiz.Slug && paper.PersonId != null && people.Contains(paper.PersonId.Value)).ToListAsync(cancel)).ToLookup(paper => paper.PersonId);
        return people.Append(Guid.Empty).Distinct().ToDictionary(person => person, person =>
        {
            var (earlier, given, papers) = (attempts[person].ToList(), new PersonAllowances([.. allowances[person]]), printed[person].Count());
            return (IsRefused(quiz, earlier, given, papers), given.MinutesFor(earlier.Select(attempt => attempt.Number).DefaultIfEmpty().Max() + papers + 1));
        });
    }

    private bool IsRefused(SessionQuiz quiz, List<Attempt> earlier, PersonAllowances given, int printed) =>
        earlier.Exists(attempt => attempt.SubmittedAt is null)
        || (quiz.Arranged is var (arranged, terms)
            ? StartRule.FindRefusal(arranged.Standing, terms, arranged.ClosesAt, earlier, given.Granted, clock.Now, printed, given.Excused)
            : quiz.OfCourse is { } found ? StartRule.FindRefusal(found.Quiz, earlier, given.Granted, lessonsLeft: 0, clock.Now, printed) : null) is not null;
}
