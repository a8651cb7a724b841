using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Storage;

namespace TrainingHub.Completions;

/// <summary>
/// Enters for a programme that was set later who has done already what it asks: nobody does the same thing twice. Only people whom a target of the
/// programme counts, by and by, in the order of their ids.
/// </summary>
public sealed class EnterEarlier(Db db, Transactions transactions, CompleteTraining complete)
{
    private const int Step = 300;
    private const int MostSteps = 10;

    /// <param name="programmeId">Within reach: the caller has asked.</param>
    /// <param name="after">The last person who was looked at; null: from the beginning.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<EarlierEntered> RunAsync(Guid programmeId, Guid? after, CancellationToken cancel)
    {
        var (last, entered) = (after, 0);
        for (var step = 0; step < MostSteps; step++)
        {
            var from = last ?? Guid.Empty;
            var people = await db.CoverageStandings
                .Where(standing => standing.Kind == StandingKind.Missing && standing.PersonId > from && db.CoverageTargets.Any(target => target.Id == standing.TargetId && target.ProgrammeId == programmeId))
                .Select(standing => standing.PersonId).Distinct().OrderBy(id => id).Take(Step).ToListAsync(cancel);
            if (people.Count == 0)
            {
                return new EarlierEntered(entered, null);
            }

            entered += await transactions.RunAsync(cancel => complete.EnterEarlierAsync(people, programmeId, cancel), cancel);
            db.ChangeTracker.Clear();
            last = people[^1];
        }

        return new EarlierEntered(entered, last);
    }
}
