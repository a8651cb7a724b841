using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>Renames a programme, or has something else complete it, or run otherwise, from a day on. What was completed stays completed; certificates keep the name they were issued with.</summary>
public sealed class EditProgramme(Db db, Transactions transactions, CurrentPerson current, Ids ids, DayClock clock)
{
    public Task<EditProgrammeOutcome> RunAsync(Guid programmeId, ProgrammeChange change, CancellationToken cancel) =>
        transactions.RunAsync<EditProgrammeOutcome>(async cancel =>
        {
            var programme = await db.Programmes.SingleAsync(p => p.Id == programmeId, cancel);
            var known = await db.TermsOfAsync(db.ProgrammeRules.Known().Where(r => r.ProgrammeId == programmeId), cancel);
            if (!string.Equals(change.Version, VersionOf(programme, known.Select(terms => terms.Rule)), StringComparison.Ordinal))
            {
                return new EditProgrammeOutcome.Changed(await LastAsync(known, cancel));
            }

            var (name, nameEn) = (change.Name, change.NameEn ?? change.Name);
            var isRenamed = (programme.Name, programme.NameEn, programme.Policy) != (name, nameEn, change.Policy);
            if (known.Find(terms => terms.Rule.HoldsOn(change.From)) is not { } held)
            {
                return new EditProgrammeOutcome.NoRule();
            }

            if (!isRenamed && held.Demand.IsSame(change.Demand) && change.Frame == ProgrammeFrame.Of(held.Rule))
            {
                return new EditProgrammeOutcome.Nothing();
            }

            (programme.Name, programme.NameEn, programme.Policy) = (name, nameEn, change.Policy);
            foreach (var terms in ProgrammeRules.Change(known, change.Demand, change.From, ids.Next, clock.Now, current.Id, change.Reason, change.Frame))
            {
                db.Add(terms.Rule);
                db.AddRange(terms.Further);
            }

            await db.SaveChangesAsync(cancel);
            return new EditProgrammeOutcome.Done();
        }, cancel);

    /// <summary>A mark of what a form is made from.</summary>
    public static string VersionOf(Programme programme, IEnumerable<ProgrammeRule> known) =>
        KnownVersion.Of([programme.Name, programme.NameEn, programme.Policy?.ToString() ?? "", .. known.Select(rule => rule.Id).Order().Select(id => id.ToString("N"))]);

    private async Task<LastChange> LastAsync(List<ProgrammeTerms> known, CancellationToken cancel)
    {
        var last = known.Select(terms => terms.Rule).MaxBy(rule => rule.RecordedAt);
        return new LastChange(await db.People.Where(p => last != null && p.Id == last.RecordedBy).Select(p => p.Name).FirstOrDefaultAsync(cancel), last?.RecordedAt);
    }
}
