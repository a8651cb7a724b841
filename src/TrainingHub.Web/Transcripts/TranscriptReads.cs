using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Transcripts;

/// <summary>What papers about one person are made from: the reader's own, or somebody's within the reach of ReadRecords.</summary>
public sealed class TranscriptReads(Db db, CurrentPerson current, Scope scope, LearningQuery learning, CourseShelf shelf, ScoreQuery scores, DayClock clock)
{
    /// <param name="personId">Null: the reader.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Null when the person is unknown or out of reach.</returns>
    public async Task<LawPage?> LawAsync(Guid? personId, CancellationToken cancel)
    {
        if (await HeadAsync(personId, cancel) is not { } person)
        {
            return null;
        }

        var facts = await learning.OfAsync(person.Id, cancel);
        return new LawPage(person, personId is null, TranscriptLine.Of(facts), LearningCredit.MinutesByYear(facts), await TitlesAsync(cancel), clock.InZone(clock.Now));
    }

    /// <summary>The score sheet of a year that has begun; null when the person is unknown or out of reach, or the year lies ahead.</summary>
    public async Task<PersonScorePage?> ScoreAsync(Guid? personId, int year, CancellationToken cancel)
    {
        if (year < 2000 || year > clock.Today.Year || await HeadAsync(personId, cancel) is not { } person)
        {
            return null;
        }

        List<LearningFact> facts = [.. (await learning.OfAsync(person.Id, cancel)).Where(fact => fact.Day.Year == year)];
        return new PersonScorePage(
            person, personId is null, year, await scores.OwedAsync(person.Id, year, cancel), TranscriptLine.Of(facts), LearningCredit.Minutes(facts), await TitlesAsync(cancel), clock.InZone(clock.Now));
    }

    private async Task<PersonHead?> HeadAsync(Guid? personId, CancellationToken cancel)
    {
        var id = personId ?? current.Id;
        var people = personId is null ? db.People.Where(person => person.Id == id) : scope.People(Capability.ReadRecords).Where(person => person.Id == id);
        var found = await people.Select(person => new { person.Id, Name = person.AnonymizedAt == null ? person.Name : null }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var today = clock.Today;
        var post = await (
            from membership in db.Memberships.Known()
            where membership.PersonId == id && membership.From <= today
            join position in db.Positions on membership.PositionId equals position.Id
            join unit in db.Organizations on membership.OrganizationId equals unit.Id
            orderby membership.Until descending, membership.IsPrimary descending, membership.From, membership.FactId
            select new { Unit = unit.Name, position.Name, position.NameEn }).FirstOrDefaultAsync(cancel);
        return new PersonHead(found.Id, found.Name, post?.Unit ?? "", post is null ? "" : PeopleWords.Named(post.Name, post.NameEn));
    }

    private async Task<IReadOnlyDictionary<string, string>> TitlesAsync(CancellationToken cancel) =>
        (await shelf.CoursesAsync(cancel)).ToDictionary(course => course.Slug, course => CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn), StringComparer.Ordinal);
}
