using Microsoft.EntityFrameworkCore;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Completions;

/// <summary>What correcting a paper would revoke and append. Writes nothing.</summary>
public sealed class CorrectionQuery(Db db)
{
    internal async Task<CorrectionPlan> RunAsync(PaperCorrection correction, CancellationToken cancel)
    {
        var (personId, sessionId, attemptId) = (correction.PersonId, correction.SessionId, correction.AttemptId);
        var standing = (await db.TrainingRecords.AsNoTracking()
            .Where(record => record.PersonId == personId && (record.SessionId == sessionId || record.AttemptId == attemptId) && !db.Revocations.Any(revocation => revocation.RecordId == record.Id))
            .ToListAsync(cancel)).ToLookup(record => record.ProgrammeId);
        var earned = await EarnedAsync(correction, [.. standing.Select(programme => programme.Key)], cancel);
        var (revokes, appends) = (new List<TrainingRecord>(), new List<CorrectionPlan.Entry>());
        foreach (var programmeId in standing.Select(programme => programme.Key).Union(earned.Keys).Order())
        {
            List<TrainingRecord> there = [.. standing[programmeId]];
            var now = earned.GetValueOrDefault(programmeId);
            var effect = CorrectionEffect.Of(now is not null, correction.WasPassed, correction.Revoked.Contains(programmeId), there.Count > 0, there.TrueForAll(record => SaysTheSame(record, now?.Completion)));
            revokes.AddRange(effect.Revokes ? there : []);
            if (effect.Appends && now is not null)
            {
                appends.Add(now);
            }
        }

        return new CorrectionPlan(revokes, appends);
    }

    private static bool SaysTheSame(TrainingRecord record, Completion? now) => record.Points == now?.Points && record.FullPoints == now?.FullPoints && record.CreditMinutes == now?.CreditMinutes;

    /// <summary>By programme; what the session enters outweighs what the paper alone would.</summary>
    private async Task<Dictionary<Guid, CorrectionPlan.Entry>> EarnedAsync(PaperCorrection correction, HashSet<Guid> standing, CancellationToken cancel)
    {
        var earned = new Dictionary<Guid, CorrectionPlan.Entry>();
        if (correction.Session is var (programmeId, session))
        {
            foreach (var (programme, rule) in await db.SessionProgrammesAsync(programmeId, session.Day, cancel))
            {
                earned[programme.Id] = new CorrectionPlan.Entry(session, programme, rule);
            }
        }

        if (correction.Paper is not { } paper)
        {
            return earned;
        }

        foreach (var (asked, terms) in await db.ProgrammesOfAsync(paper.QuizSlug, paper.Day, cancel))
        {
            if (!correction.HasPassedOtherwise || standing.Contains(asked.Id))
            {
                earned.TryAdd(asked.Id, new CorrectionPlan.Entry(paper, asked, terms));
            }
        }

        return earned;
    }
}
