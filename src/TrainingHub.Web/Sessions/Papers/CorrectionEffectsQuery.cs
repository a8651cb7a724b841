using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Papers;

/// <summary>What stands of one person in the ledger and in figures, before a correction and after it.</summary>
public sealed class CorrectionEffectsQuery(Db db)
{
    /// <param name="Records">In force.</param>
    /// <param name="Covered">Targets that count the person as covered.</param>
    internal sealed record Standing(IReadOnlyList<CorrectionEffects.Record> Records, IReadOnlySet<Guid> Covered);

    internal async Task<Standing> StandingAsync(Guid personId, CancellationToken cancel)
    {
        var records = await (
            from record in db.TrainingRecords.AsNoTracking()
            where record.PersonId == personId && !db.Revocations.Any(revocation => revocation.RecordId == record.Id)
            join programme in db.Programmes on record.ProgrammeId equals programme.Id
            orderby programme.Name, record.Id
            select new
            {
                record.Id,
                programme.Name,
                programme.NameEn,
                record.CompletionDay,
                Serial = db.Certificates.Where(certificate => certificate.RecordId == record.Id).Select(certificate => certificate.Serial).FirstOrDefault(),
                Restores = record.RestoresId != null,
            }).ToListAsync(cancel);
        var covered = await db.CoverageStandings.Where(standing => standing.PersonId == personId && standing.Kind == StandingKind.Covered).Select(standing => standing.TargetId).ToHashSetAsync(cancel);
        return new Standing(records.ConvertAll(row => new CorrectionEffects.Record(row.Id, row.Name, row.NameEn, row.CompletionDay, row.Serial, row.Restores)), covered);
    }

    internal async Task<CorrectionEffects> BetweenAsync(Standing before, Standing after, CancellationToken cancel)
    {
        HashSet<Guid> changed = [.. before.Covered];
        changed.SymmetricExceptWith(after.Covered);
        var targets = await db.CoverageTargets.Where(target => changed.Contains(target.Id)).OrderBy(target => target.Name).ThenBy(target => target.Id)
            .Select(target => new { target.Id, target.Name, target.NameEn }).ToListAsync(cancel);
        return new CorrectionEffects(
            [.. before.Records.ExceptBy(after.Records.Select(record => record.Id), record => record.Id)],
            [.. after.Records.ExceptBy(before.Records.Select(record => record.Id), record => record.Id).Select(record => record with { Serial = null })],
            targets.ConvertAll(target => (target.Name, target.NameEn, after.Covered.Contains(target.Id))));
    }
}
