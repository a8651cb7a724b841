using TrainingHub.Organizations;
using TrainingHub.Records;
using TrainingHub.Time;

namespace TrainingHub.Recognitions;

/// <summary>Enters the rows of a sheet that can be taken, all with one proof, and says of each other row what is wrong. The same file again enters nothing.</summary>
public sealed class ReadOutside(OutsideChoicesQuery choices, EnterOutside enter, DayClock clock)
{
    /// <summary>Null when the file cannot be read or has no row below the headings.</summary>
    public async Task<SheetReading?> RunAsync(byte[] sheet, KeptProof proof, CancellationToken cancel)
    {
        if (SheetFile.Open(sheet) is not { } sheets || OutsideSheet.Read(sheets, clock.Today) is not { Count: > 0 and <= OutsideSheet.MostRows } rows)
        {
            return null;
        }

        var (people, offered) = (new OutsidePeople(await choices.PeopleAsync(cancel)), await choices.RunAsync(cancel));
        var (drafts, refused, seen) = (new List<OutsideDraft>(), new List<OutsideRow>(), new HashSet<(Guid, string, DateOnly)>());
        foreach (var row in rows)
        {
            var (draft, fault) = Draft(row, people, offered);
            if (draft is null)
            {
                refused.Add(row with { Fault = fault });
            }
            else if (seen.Add((draft.PersonId, NameFolding.Fold(draft.Title), draft.Until)))
            {
                drafts.Add(draft);
            }
            else
            {
                refused.Add(row with { Fault = OutsideFault.Twice });
            }
        }

        var entered = await enter.RunAsync(drafts, proof, cancel);
        return new SheetReading(entered.Count, drafts.Count - entered.Count, refused);
    }

    private static (OutsideDraft? Draft, OutsideFault Fault) Draft(OutsideRow row, OutsidePeople people, OutsideChoices offered)
    {
        if (row.Fault is not OutsideFault.None)
        {
            return (null, row.Fault);
        }

        var (person, fault) = people.Find(row);
        var programme = offered.Programmes.FirstOrDefault(one => IsNamed(row.Programme, one.Name, one.NameEn));
        var course = offered.Courses.FirstOrDefault(one => IsNamed(row.Course, one.Title, one.Slug));
        return person is null ? (null, fault)
            : row.Programme.Length > 0 && (programme is null || row.Until < programme.From || programme.Until < row.Until) ? (null, OutsideFault.ProgrammeUnknown)
            : row.Course.Length > 0 && course.Slug is null ? (null, OutsideFault.CourseUnknown)
            : (new OutsideDraft
            {
                PersonId = person.PersonId,
                UnitId = person.UnitId,
                Title = row.Title,
                Organizer = row.Organizer,
                From = row.From,
                Until = row.Until,
                Minutes = row.Minutes,
                Domain = row.Domain,
                CourseSlug = course.Slug ?? "",
                ProgrammeId = programme?.Id,
                Result = row.Result,
            }, OutsideFault.None);
    }

    private static bool IsNamed(string typed, params string[] names) => typed.Length > 0 && names.Any(name => string.Equals(NameFolding.Fold(name), NameFolding.Fold(typed), StringComparison.Ordinal));
}
