using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.People;

/// <summary>Corrects name, staff number or phone.</summary>
public sealed partial class EditPerson(Db db, Transactions transactions, ILogger<EditPerson> log)
{
    public async Task<EditPersonOutcome> RunAsync(Guid personId, PersonEdit edit, CancellationToken cancel)
    {
        try
        {
            var outcome = await transactions.RunAsync(cancel => EditAsync(personId, edit, cancel), cancel);
            if (outcome == EditPersonOutcome.Done)
            {
                Edited(personId);
            }

            return outcome;
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException && edit.StaffNumber is not null)
        {
            // Somebody took the staff number in the same moment: the unique index decided.
            return EditPersonOutcome.SameNumber;
        }
    }

    /// <summary>The mark that <see cref="PersonEdit.Version"/> has to equal.</summary>
    public static string VersionOf(Person person) => KnownVersion.Of([person.Name, person.StaffNumber, person.Phone]);

    private async Task<EditPersonOutcome> EditAsync(Guid personId, PersonEdit edit, CancellationToken cancel)
    {
        await db.LockPeopleAsync([personId], cancel);
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == personId && p.AnonymizedAt == null, cancel);
        if (person is null)
        {
            return EditPersonOutcome.Missing;
        }

        if (!string.Equals(VersionOf(person), edit.Version, StringComparison.Ordinal))
        {
            return EditPersonOutcome.Changed;
        }

        if (edit.StaffNumber is not null && await db.People.AnyAsync(p => p.StaffNumber == edit.StaffNumber && p.Id != personId, cancel))
        {
            return EditPersonOutcome.SameNumber;
        }

        (person.Name, person.NormalizedName, person.StaffNumber, person.Phone) = (edit.Name, NameFolding.Fold(edit.Name), edit.StaffNumber, edit.Phone);
        await db.SaveChangesAsync(cancel);
        return EditPersonOutcome.Done;
    }

    [LoggerMessage(201, LogLevel.Information, "Name, staff number or phone of person {PersonId} was corrected.")]
    private partial void Edited(Guid personId);
}
