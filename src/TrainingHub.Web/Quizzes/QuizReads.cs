using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>The reads that every sitting makes, compiled once: making the statement out of the expression costs more than running it.</summary>
public sealed class QuizReads
{
    /// <summary>Of a quiz that may be taken any number of times no more than so many attempts are read.</summary>
    public const int Newest = 20;

    private readonly Func<Db, Guid, string, int, CancellationToken, Task<OwnAttempt?>> _own = EF.CompileAsyncQuery((Db db, Guid personId, string slug, int number, CancellationToken cancel) =>
        db.Attempts.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == slug && a.Number == number).Select(a => new OwnAttempt(a,
            db.QuizAllowances.Where(given => given.PersonId == personId && given.QuizSlug == slug && given.AttemptNumber == number).Sum(given => given.Minutes) ?? 0)).SingleOrDefault());

    private readonly Func<Db, Guid, CancellationToken, Task<Attempt?>> _attempt = EF.CompileAsyncQuery((Db db, Guid attemptId, CancellationToken cancel) =>
        db.Attempts.AsNoTracking().SingleOrDefault(a => a.Id == attemptId));

    private readonly Func<Db, Guid, IAsyncEnumerable<AnswerEntry>> _answers = EF.CompileAsyncQuery((Db db, Guid attemptId) =>
        db.AnswerEntries.AsNoTracking().Where(entry => entry.AttemptId == attemptId && !entry.IsLate));

    private readonly Func<Db, Guid, string, int, IAsyncEnumerable<Attempt>> _earlier = EF.CompileAsyncQuery((Db db, Guid personId, string slug, int most) =>
        db.Attempts.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == slug).OrderByDescending(a => a.Number).Take(most));

    private readonly Func<Db, Guid, string, CancellationToken, Task<Attempt?>> _passed = EF.CompileAsyncQuery((Db db, Guid personId, string slug, CancellationToken cancel) =>
        db.Attempts.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == slug && a.Passed == true).OrderBy(a => a.Number).FirstOrDefault());

    private readonly Func<Db, Guid, string, IAsyncEnumerable<QuizAllowance>> _allowances = EF.CompileAsyncQuery((Db db, Guid personId, string slug) =>
        db.QuizAllowances.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == slug));

    private readonly Func<Db, Guid, string, IAsyncEnumerable<GivenAllowance>> _given = EF.CompileAsyncQuery((Db db, Guid personId, string slug) =>
        from given in db.QuizAllowances.AsNoTracking()
        where given.PersonId == personId && given.QuizSlug == slug
        orderby given.GivenAt descending, given.Id descending
        select new GivenAllowance(given, db.People.Where(p => p.Id == given.GivenBy && p.AnonymizedAt == null).Select(p => p.Name).FirstOrDefault()));

    private readonly Func<Db, Guid, CancellationToken, Task<int>> _saved = EF.CompileAsyncQuery((Db db, Guid attemptId, CancellationToken cancel) =>
        db.AnswerEntries.Where(entry => entry.AttemptId == attemptId && !entry.IsLate).Select(entry => entry.Item).Distinct().Count());

    private readonly Func<Db, Guid, IAsyncEnumerable<AnswerMark>> _marks = EF.CompileAsyncQuery((Db db, Guid attemptId) =>
        db.AnswerMarks.AsNoTracking().Where(mark => mark.AttemptId == attemptId));

    private readonly Func<Db, Guid, IAsyncEnumerable<ResultPage.CertificateLine>> _certificates = EF.CompileAsyncQuery((Db db, Guid attemptId) =>
        // As RecordsOfAttempts tells them: what takes the place of the attempt's record counts as well.
        from first in db.TrainingRecords
        where first.AttemptId == attemptId
        from record in db.TrainingRecords
        where record.PersonId == first.PersonId && record.ProgrammeId == first.ProgrammeId
            && (record.Id == first.Id || (record.RestoresId != null && record.AttemptId == null && record.CompletionDay == first.CompletionDay && record.Points == first.Points))
            && !db.Revocations.Any(r => r.RecordId == record.Id)
        join certificate in db.Certificates on record.Id equals certificate.RecordId
        orderby certificate.Serial
        select new ResultPage.CertificateLine(certificate.Serial, certificate.ValidUntil));

    /// <param name="Allowance">As it was appended.</param>
    /// <param name="By">Name of who gave it; null when anonymized.</param>
    public sealed record GivenAllowance(QuizAllowance Allowance, string? By)
    {
        /// <summary>As the page of the quiz tells it.</summary>
        public AllowanceLine LineOf(DayClock clock) => new(Allowance.AttemptNumber, Allowance.Minutes, Allowance.Reason, clock.InZone(Allowance.GivenAt), By);
    }

    /// <summary>Null when the person has no such attempt.</summary>
    public Task<OwnAttempt?> OwnAsync(Db db, Guid personId, string slug, int number, CancellationToken cancel) => _own(db, personId, slug, number, cancel);

    public Task<Attempt?> AttemptAsync(Db db, Guid attemptId, CancellationToken cancel) => _attempt(db, attemptId, cancel);

    /// <summary>The log of an attempt without what came late, every version of each item.</summary>
    public ValueTask<List<AnswerEntry>> AnswersAsync(Db db, Guid attemptId, CancellationToken cancel) => _answers(db, attemptId).ToListAsync(cancel);

    /// <summary>The person's attempts at the quiz, newest first: all, or where any number is allowed the newest and, if there is one, the one that was passed.</summary>
    /// <param name="newest">How many of the newest are wanted where any number is allowed.</param>
    public async Task<List<Attempt>> EarlierAsync(Db db, Guid personId, string slug, int attemptsAllowed, CancellationToken cancel, int newest = Newest)
    {
        var attempts = await _earlier(db, personId, slug, attemptsAllowed == 0 ? newest : int.MaxValue).ToListAsync(cancel);
        if (attemptsAllowed == 0 && attempts.Count == newest && await _passed(db, personId, slug, cancel) is { } passed && attempts[^1].Number > passed.Number)
        {
            attempts.Add(passed);
        }

        return attempts;
    }

    /// <summary>What starting an attempt asks for of what was given to the person.</summary>
    public async Task<PersonAllowances> AllowancesAsync(Db db, Guid personId, string slug, CancellationToken cancel) => new(await _allowances(db, personId, slug).ToListAsync(cancel));

    /// <summary>Of how many items something was saved in time.</summary>
    public Task<int> SavedAsync(Db db, Guid attemptId, CancellationToken cancel) => _saved(db, attemptId, cancel);

    /// <summary>All marks of the attempt's written answers.</summary>
    public ValueTask<List<AnswerMark>> MarksAsync(Db db, Guid attemptId, CancellationToken cancel) => _marks(db, attemptId).ToListAsync(cancel);

    /// <summary>Certificates that the attempt led to and that were not revoked, by serial.</summary>
    public ValueTask<List<ResultPage.CertificateLine>> CertificatesAsync(Db db, Guid attemptId, CancellationToken cancel) => _certificates(db, attemptId).ToListAsync(cancel);

    /// <summary>More time and further attempts given to the person for the quiz, newest first.</summary>
    public ValueTask<List<GivenAllowance>> GivenAsync(Db db, Guid personId, string slug, CancellationToken cancel) => _given(db, personId, slug).ToListAsync(cancel);
}
