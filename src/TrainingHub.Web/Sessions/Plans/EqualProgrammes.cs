using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>Which programmes ask today for the same as a plan's: whoever is called to a session of one of them needs none of another.</summary>
public sealed class EqualProgrammes(Db db, DayClock clock)
{
    /// <summary>Their ids, the plan's own among them.</summary>
    public async Task<List<Guid?>> RunAsync(FoundPlan found, CancellationToken cancel)
    {
        var own = found.Target.Terms.ProgrammeId;
        var terms = await db.TermsOfAsync(db.ProgrammeRules.On(clock.Today).AsNoTracking(), cancel);
        var key = terms.Find(one => one.Rule.ProgrammeId == own)?.DemandKey;
        return [own, .. terms.Where(one => one.Rule.ProgrammeId != own && key is not null && string.Equals(one.DemandKey, key, StringComparison.Ordinal)).Select(one => (Guid?)one.Rule.ProgrammeId)];
    }
}
