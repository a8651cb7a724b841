using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>
/// Draws papers in the half hour before a window opens, so that a county which starts at nine only takes them out. Steps of a hundred: answers
/// never wait long. What is left over when a window is over is thrown away.
/// </summary>
public sealed class PreparePapers(Db db, Transactions transactions, PaperDraws draws, DayClock clock)
{
    private const int Step = 100;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(30);

    /// <summary>How many papers this call drew.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (now, drawn) = (clock.Now, 0);
        await ClearAsync(now, cancel);
        var soon = now + Ahead;
        var quizzes = await db.ArrangedQuizzes.AsNoTracking().Where(quiz => quiz.Standing == QuizStanding.Published && quiz.OpensAt > now && quiz.OpensAt <= soon).OrderBy(quiz => quiz.OpensAt).ToListAsync(cancel);
        foreach (var quiz in quizzes)
        {
            while (await StepAsync(quiz, cancel) is var step and > 0)
            {
                drawn += step;
            }
        }

        return drawn;
    }

    private async Task<int> StepAsync(ArrangedQuiz quiz, CancellationToken cancel)
    {
        var ready = await draws.FindAsync(quiz, TermsJson.Read(quiz.Terms), cancel);
        var without = db.AudienceOf(quiz, clock.Today)
            .Where(personId => !db.PreparedPapers.Any(paper => paper.QuizId == quiz.Id && paper.PersonId == personId && paper.Version == quiz.Version)
                && !db.Attempts.Any(attempt => attempt.PersonId == personId && attempt.QuizSlug == quiz.Slug));
        var people = ready.Draw.Shortages.Count > 0 ? [] : await without.OrderBy(personId => personId).Take(Step).ToListAsync(cancel);
        var papers = people.ConvertAll(personId => PaperOf(personId, quiz, ready));
        if (papers.Count is 0)
        {
            return 0;
        }

        try
        {
            await transactions.RunAsync(async cancel =>
            {
                await db.PreparedPapers.Where(paper => paper.QuizId == quiz.Id && people.Contains(paper.PersonId)).ExecuteDeleteAsync(cancel);
                db.PreparedPapers.AddRange(papers);
                await db.SaveChangesAsync(cancel);
            }, cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another process prepares the same ones.
        }

        db.ChangeTracker.Clear();
        return papers.Count;
    }

    private static PreparedPaper PaperOf(Guid personId, ArrangedQuiz quiz, ReadyDraw ready)
    {
        var seed = StartArranged.NewSeed();
        return ready.Draw.Draw(seed) is PaperOutcome.Drawn(var paper)
            ? new PreparedPaper { QuizId = quiz.Id, PersonId = personId, Version = quiz.Version, Seed = seed, Paper = TermsJson.Write(paper) }
            : throw new InvalidOperationException("A plan without shortages always draws.");
    }

    private async Task ClearAsync(DateTime now, CancellationToken cancel)
    {
        var over = db.PreparedPapers.Where(paper => db.ArrangedQuizzes.Any(quiz => quiz.Id == paper.QuizId && (quiz.ClosesAt < now || quiz.Standing != QuizStanding.Published)));
        if (await over.AnyAsync(cancel))
        {
            await transactions.RunAsync(cancel => over.ExecuteDeleteAsync(cancel), cancel);
        }
    }
}
