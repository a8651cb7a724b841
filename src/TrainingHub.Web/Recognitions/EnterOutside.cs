using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Recognitions;

/// <summary>Enters outside training with its proof. It counts for nothing until the unit above accepts it. What is known already is not entered again, unless it was refused or taken back.</summary>
public sealed class EnterOutside(Db db, Transactions transactions, KeepProof proofs, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <returns>The places, from 0, of what was entered; what is missing was known.</returns>
    public Task<IReadOnlySet<int>> RunAsync(IReadOnlyList<OutsideDraft> drafts, KeptProof proof, CancellationToken cancel) => transactions.RunAsync<IReadOnlySet<int>>(async cancel =>
    {
        var people = drafts.Select(draft => draft.PersonId).Distinct().ToList();
        var known = (await db.OutsideTrainings.AsNoTracking().Known()
            .Where(one => people.Contains(one.PersonId) && (one.State == OutsideState.Asked || one.State == OutsideState.Accepted)).ToListAsync(cancel)).ToLookup(one => one.PersonId);
        var entered = new HashSet<int>();
        foreach (var (place, draft) in drafts.Index())
        {
            if (!known[draft.PersonId].Any(one => one.IsSame(draft.PersonId, draft.Title, draft.Until)))
            {
                entered.Add(place);
                db.OutsideTrainings.Add(Make(draft, proof));
            }
        }

        if (entered.Count > 0)
        {
            await proofs.AddAsync(proof, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return entered;
    }, cancel);

    private OutsideTraining Make(OutsideDraft draft, KeptProof proof)
    {
        var id = ids.Next();
        return new OutsideTraining
        {
            Id = id,
            FactId = id,
            From = draft.From,
            Until = draft.Until,
            RecordedAt = clock.Now,
            RecordedBy = current.Id,
            PersonId = draft.PersonId,
            OrganizationId = draft.UnitId,
            Title = draft.Title,
            Organizer = draft.Organizer,
            Minutes = draft.Minutes,
            Domain = draft.Domain,
            CourseSlug = draft.CourseSlug,
            ProgrammeId = draft.ProgrammeId,
            Result = draft.Result,
            ProofHash = proof.Hash,
            ProofName = proof.Name,
            ProofType = proof.ContentType,
            State = OutsideState.Asked,
        };
    }
}
