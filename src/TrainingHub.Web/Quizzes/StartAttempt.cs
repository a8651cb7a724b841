using System.Security.Cryptography;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Draws a paper, freezes it and starts the clock. A second click finds the first one's attempt.</summary>
public sealed class StartAttempt(
    Db db, IPrintedPapers printedPapers, QuizReads reads, CourseShelf shelf, CurrentBank bank, FinishedLessons lessons, SubmitAttempt submit, SettleTime settle, AnswerWriter writer, PaperCards cards, Ids ids, DayClock clock, ILogger<StartAttempt> log)
{
    private const int Tries = 5;

    /// <summary>What starting led to; null when there is no such quiz.</summary>
    public async Task<StartOutcome?> RunAsync(Guid personId, string slug, string device, CancellationToken cancel)
    {
        if (await shelf.FindQuizAsync(slug, cancel) is not { } found)
        {
            return null;
        }

        for (var time = 0; time < Tries; time++)
        {
            if (await TryAsync(personId, found, device, cancel) is { } outcome)
            {
                return outcome;
            }
        }

        throw new InvalidOperationException($"Starting {slug} was overtaken {Tries} times.");
    }

    /// <summary>Null when another request started an attempt since the earlier ones were read: the database lets only one through.</summary>
    private async Task<StartOutcome?> TryAsync(Guid personId, ShelfQuiz found, string device, CancellationToken cancel)
    {
        var quiz = found.Quiz;
        // Whether an attempt is open, waits for marks or has just ended, the newest tells.
        var earlier = await reads.EarlierAsync(db, personId, quiz.Slug, quiz.AttemptsAllowed, cancel, newest: 1);
        if (earlier.Find(attempt => attempt.SubmittedAt is null) is { } open)
        {
            if (!open.IsOver(clock.Now))
            {
                return new StartOutcome.AlreadyOpen(open.Number);
            }

            await submit.RunAsync(open.Id, cancel);
            return null;
        }

        var allowances = await reads.AllowancesAsync(db, personId, quiz.Slug, cancel);
        var printed = quiz.AttemptsAllowed > 0 || allowances.HasMinutes ? await printedPapers.CountAsync(db, personId, quiz.Slug, cancel) : 0;
        if (StartRule.FindRefusal(quiz, earlier, allowances.Granted, await lessons.LeftBeforeAsync(personId, found, cancel), clock.Now, printed) is { } refusal)
        {
            return new StartOutcome.Refused(refusal);
        }

        var number = earlier is [var last, ..] ? last.Number + 1 : 1;
        if (await DrawAsync(personId, found, device, number, allowances.MinutesFor(number + printed), cancel) is not var (attempt, items))
        {
            return new StartOutcome.Refused(new StartRefusal.BankTooSmall());
        }

        if (!await writer.WriteAsync([RowCommands<Attempt>.Of(db).Insert(attempt), RowCommands<AttemptItem>.Of(db).Insert(items)], locked: null, cancel))
        {
            return null;
        }

        if ((await reads.AllowancesAsync(db, personId, quiz.Slug, cancel)).MinutesFor(number + printed) != allowances.MinutesFor(number + printed))
        {
            await settle.RunAsync(personId, quiz, number, printed, cancel);
        }

        await cards.KeepAsync(personId, quiz.Slug, attempt.Number, items, cancel);
        log.AttemptStarted(attempt.Id, attempt.QuizSlug, attempt.Deadline);
        return new StartOutcome.Started(attempt.Number);
    }

    /// <summary>Null when too few questions are left whose basis holds.</summary>
    private async Task<(Attempt Attempt, List<AttemptItem> Items)?> DrawAsync(Guid personId, ShelfQuiz found, string device, int number, int added, CancellationToken cancel)
    {
        var (quiz, now) = (found.Quiz, clock.Now);
        var seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        if (quiz.Blueprint.Draw(await bank.PoolsForPapersAsync(found.Course, cancel), seed) is not PaperOutcome.Drawn(var paper))
        {
            log.BankTooSmall(quiz.Slug);
            return null;
        }

        var attempt = new Attempt
        {
            Id = ids.Next(),
            PersonId = personId,
            QuizSlug = quiz.Slug,
            CourseSlug = found.Course.Slug,
            CourseHash = found.Course.Hash,
            Number = number,
            Seed = seed,
            StartedAt = now,
            Deadline = now.AddMinutes(quiz.Minutes + added),
            PassPercent = quiz.PassPercent,
            FullPoints = paper.FullPoints,
        };
        attempt.GoOnIn(device);
        return (attempt, [.. paper.Items.Select(item => new AttemptItem
        {
            AttemptId = attempt.Id,
            Number = item.Number,
            QuestionHash = item.QuestionHash,
            OptionOrder = item.OptionOrderText,
            Points = item.Points,
            Rule = item.Rule,
        })]);
    }
}
