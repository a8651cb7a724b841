using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// Which banks the current person reads and writes: who writes questions for a unit reads its bank and those of the units above it. A bank that
/// lies beside is a stranger's. Questions that stand on the person's own open papers are out of reach until these are handed in.
/// </summary>
public sealed class Banks(Db db, Scope scope, IOpenQuestions papers, DayClock clock)
{
    private const int MostUnits = 500;
    private IReadOnlyList<Guid>? _readable;
    private IReadOnlyList<Guid>? _closed;
    private IReadOnlyCollection<string>? _open;

    /// <summary>Ids of the units in whose banks the person writes.</summary>
    public IQueryable<Guid> Editable() => scope.Organizations(Capability.ManageCourses);

    /// <summary>Ids of the units whose banks the person reads, as far as there is a question in them.</summary>
    public async Task<IReadOnlyList<Guid>> ReadableAsync(CancellationToken cancel) => _readable ??= await Readable().Where(unit => db.BankQuestions.Any(question => question.OwnerId == unit)).ToListAsync(cancel);

    /// <summary>Id and name of these units, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> NamesAsync(IReadOnlyCollection<Guid> units, CancellationToken cancel) =>
        [.. (await db.Organizations.Where(unit => units.Contains(unit.Id)).OrderBy(unit => unit.NormalizedName).Select(unit => new { unit.Id, unit.Name }).Take(MostUnits).ToListAsync(cancel))
            .Select(unit => (unit.Id, unit.Name))];

    /// <summary>Questions within reach, to read: not those in folders that a unit above keeps to itself.</summary>
    public async Task<IQueryable<BankQuestion>> QuestionsAsync(CancellationToken cancel)
    {
        var readable = await ReadableAsync(cancel);
        var editable = Editable();
        var closed = _closed ??= await db.BankFolders.Where(folder => folder.IsPrivate && readable.Contains(folder.OwnerId) && !editable.Contains(folder.OwnerId)).Select(folder => folder.Id).ToListAsync(cancel);
        // One bank is asked for by name, so that its index gives the order too.
        var questions = readable is [var only] ? db.BankQuestions.AsNoTracking().Where(question => question.OwnerId == only) : db.BankQuestions.AsNoTracking().Where(question => readable.Contains(question.OwnerId));
        questions = closed.Count is 0 ? questions : questions.Where(question => question.FolderId == null || !closed.Contains(question.FolderId.Value));
        var open = await OpenAsync(cancel);
        return open.Count is 0 ? questions : questions.Where(question => !EF.Parameter(open).Contains(question.QuestionId));
    }

    /// <summary>Ids of the questions that are kept from the person for now, because they stand on the person's own open papers.</summary>
    public async Task<IReadOnlyCollection<string>> OpenAsync(CancellationToken cancel) => _open ??= await papers.IdsAsync(cancel);

    /// <summary>Null for a question out of reach as for one that does not exist.</summary>
    public async Task<BankQuestion?> FindAsync(Guid id, CancellationToken cancel)
    {
        var (readable, editable) = (Readable(), Editable());
        var found = await db.BankQuestions.AsNoTracking().SingleOrDefaultAsync(
            question => question.Id == id && readable.Contains(question.OwnerId)
                && (question.FolderId == null || editable.Contains(question.OwnerId) || !db.BankFolders.Any(folder => folder.Id == question.FolderId && folder.IsPrivate)),
            cancel);
        return found is not null && (await OpenAsync(cancel)).Contains(found.QuestionId, StringComparer.Ordinal) ? null : found;
    }

    public Task<bool> MayEditAsync(Guid ownerId, CancellationToken cancel) => Editable().AnyAsync(unit => unit == ownerId, cancel);

    /// <summary>Names of the units in whose banks the person writes, those that stand highest first.</summary>
    public async Task<IReadOnlyList<string>> UnitsAsync(CancellationToken cancel)
    {
        var reached = Editable();
        return await db.Organizations.Where(unit => reached.Contains(unit.Id))
            .OrderByDescending(unit => db.OrganizationPaths.Count(path => path.AncestorId == unit.Id && path.SupersededAt == null)).ThenBy(unit => unit.NormalizedName)
            .Select(unit => unit.Name).Take(MostUnits).ToListAsync(cancel);
    }

    /// <summary>The unit of that full name or code in whose bank the person writes; null when there is none or more than one.</summary>
    public Task<Guid?> FindUnitAsync(string? typed, CancellationToken cancel) => FindAsync(typed, Editable(), cancel);

    /// <summary>The unit of that full name or code whose bank the person reads; null when there is none or more than one.</summary>
    public Task<Guid?> FindReadableAsync(string? typed, CancellationToken cancel) => FindAsync(typed, Readable(), cancel);

    /// <summary>Whether anybody else could review questions of this bank: a unit with one author does not wait for a second.</summary>
    public Task<bool> HasOtherReviewerAsync(Guid ownerId, Guid personId, CancellationToken cancel)
    {
        var today = clock.Today;
        return (
            from grant in db.Grants
            where grant.Capability == Capability.ManageCourses && grant.RevokedAt == null && grant.PersonId != personId
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.DescendantId == ownerId && path.SupersededAt == null && path.From <= today && today <= path.Until
            select grant.PersonId).AnyAsync(person => db.Users.Any(account => account.PersonId == person), cancel);
    }

    private IQueryable<Guid> Readable()
    {
        var (reached, today) = (Editable(), clock.Today);
        return db.OrganizationPaths
            .Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until && reached.Contains(path.DescendantId))
            .Select(path => path.AncestorId).Distinct();
    }

    private async Task<Guid?> FindAsync(string? typed, IQueryable<Guid> reached, CancellationToken cancel)
    {
        var text = (typed ?? "").Trim();
        var (folded, code) = (NameFolding.Fold(text), text.ToUpperInvariant());
        var found = await db.Organizations.Where(unit => reached.Contains(unit.Id) && (unit.NormalizedName == folded || unit.Code == code)).Select(unit => unit.Id).Take(2).ToListAsync(cancel);
        return found is [var only] ? only : null;
    }
}
