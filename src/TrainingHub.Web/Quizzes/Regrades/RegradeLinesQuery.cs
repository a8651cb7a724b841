using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Whom a regrade changes: foreseen until it is applied, afterwards what was done. Names are those in the reader's reach; sums are of everybody.</summary>
public sealed class RegradeLinesQuery(Db db, QuizReach reach, RegradeQuery regrades, Scope scope, CurrentPerson current, DayClock clock)
{
    /// <summary>Null when there is no such regrade of a quiz the person answers for.</summary>
    public async Task<RegradePage?> RunAsync(string slug, int number, RegradeFilter filter, CancellationToken cancel)
    {
        if (await reach.FindOwnAsync(slug, cancel) is not { } title || await regrades.FindAsync(slug, number, cancel) is not { } regrade)
        {
            return null;
        }

        var (lines, order) = (Lines(regrade), Sorting.Of(filter.Sort, RegradeSort.Effect, isOtherwiseDown: true));
        var found = Found(lines, filter);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        var (before, after) = await regrades.VersionsAsync(regrade, cancel);
        return new RegradePage
        {
            Slug = slug,
            Title = title,
            Regrade = regrade,
            CreatedBy = await NameAsync(regrade.CreatedBy, cancel),
            AppliedBy = regrade.AppliedBy is { } by ? await NameAsync(by, cancel) : null,
            Before = before,
            After = after,
            Counts = await lines.GroupBy(line => line.Effect).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel),
            CertificatesToDecide = await CertificatesAsync(lines, cancel),
            Filter = filter,
            Rows = await Rows(InOrder(found, order).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)).ToListAsync(cancel),
            Pages = pages,
            Order = order,
            MayRevoke = await current.MayAsync(Capability.RevokeRecords),
            IsInForce = regrade.State is RegradeState.Applied && await regrades.IsInForceAsync(regrade, cancel),
        };
    }

    /// <summary>Every row of the filter; null when there is no such regrade of a quiz the person answers for.</summary>
    public async Task<IReadOnlyList<RegradeRow>?> ExportAsync(string slug, int number, RegradeFilter filter, CancellationToken cancel) =>
        await reach.FindOwnAsync(slug, cancel) is not null && await regrades.FindAsync(slug, number, cancel) is { } regrade
            ? await Rows(InOrder(Found(Lines(regrade), filter), Sorting.Of(filter.Sort, RegradeSort.Effect, isOtherwiseDown: true))).ToListAsync(cancel)
            : null;

    private IQueryable<RegradeLine> Lines(Regrade regrade)
    {
        var (id, isApplied) = (regrade.Id, regrade.State is RegradeState.Applying or RegradeState.Applied);
        return db.RegradeLines.AsNoTracking().Where(line => line.RegradeId == id && line.IsApplied == isApplied);
    }

    private IQueryable<Pair> Found(IQueryable<RegradeLine> lines, RegradeFilter filter)
    {
        var people = scope.PeopleInPost(Capability.ManageQuizzes);
        if (filter.Q is { } name)
        {
            var folded = NameFolding.Fold(name);
            people = people.Where(person => person.AnonymizedAt == null && person.NormalizedName.Contains(folded));
        }

        if (filter.Effect is { } effect)
        {
            lines = lines.Where(line => line.Effect == effect);
        }

        return from line in lines join person in people on line.PersonId equals person.Id select new Pair { Line = line, Person = person };
    }

    private static IQueryable<Pair> InOrder(IQueryable<Pair> pairs, (RegradeSort Column, bool IsDown) order) => (order switch
    {
        (RegradeSort.Name, var isDown) => pairs.OrderBy(pair => pair.Person.NormalizedName, isDown),
        (RegradeSort.Old, var isDown) => pairs.OrderBy(pair => pair.Line.OldPoints, isDown),
        (RegradeSort.New, var isDown) => pairs.OrderBy(pair => pair.Line.NewPoints, isDown),
        (_, var isDown) => pairs.OrderBy(pair => pair.Line.Effect, isDown),
    }).ThenBy(pair => pair.Line.AttemptId);

    private IQueryable<RegradeRow> Rows(IQueryable<Pair> pairs)
    {
        var (memberships, records) = (db.Memberships.On(clock.Today), db.RecordsOfAttempts());
        return
            from pair in pairs
            join attempt in db.Attempts on pair.Line.AttemptId equals attempt.Id
            let unitId = memberships.Where(m => m.PersonId == pair.Person.Id)
                .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefault()
            let recordId = records.Where(one => one.AttemptId == attempt.Id && !db.Revocations.Any(revocation => revocation.RecordId == one.Record.Id))
                .OrderBy(one => one.Record.Id).Select(one => (Guid?)one.Record.Id).FirstOrDefault()
            select new RegradeRow
            {
                AttemptId = attempt.Id,
                PersonName = pair.Person.AnonymizedAt == null ? pair.Person.Name : null,
                StaffNumber = pair.Person.StaffNumber,
                UnitName = db.Organizations.Where(unit => unit.Id == unitId).Select(unit => unit.Name).FirstOrDefault(),
                Number = attempt.Number,
                OldPoints = pair.Line.OldPoints,
                NewPoints = pair.Line.NewPoints,
                FullPoints = attempt.FullPoints,
                Effect = pair.Line.Effect,
                RecordId = recordId,
                Serial = db.Certificates.Where(certificate => certificate.RecordId == recordId).Select(certificate => certificate.Serial).FirstOrDefault(),
            };
    }

    private Task<int> CertificatesAsync(IQueryable<RegradeLine> lines, CancellationToken cancel) => (
        from line in lines
        where line.Effect == RegradeEffect.NowFailed
        join one in db.RecordsOfAttempts() on line.AttemptId equals one.AttemptId
        where !db.Revocations.Any(revocation => revocation.RecordId == one.Record.Id)
        join certificate in db.Certificates on one.Record.Id equals certificate.RecordId
        select certificate.Id).CountAsync(cancel);

    private Task<string?> NameAsync(Guid personId, CancellationToken cancel) =>
        db.People.Where(person => person.Id == personId && person.AnonymizedAt == null).Select(person => (string?)person.Name).SingleOrDefaultAsync(cancel);

    private sealed class Pair
    {
        public required RegradeLine Line { get; init; }
        public required Person Person { get; init; }
    }
}
