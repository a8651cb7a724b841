using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware;
using TrainingHub.Courseware.Files;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>Reads a draft as publishing would: with the standards of this system, and against the other courses.</summary>
public sealed class InspectDraft(Db db, StandardShelf standards, CourseShelf courses, CourseNames names, DayClock clock)
{
    /// <summary>For its authors: pictures at the draft's address.</summary>
    public Task<CourseInspection> RunAsync(CourseDraft draft, ICourseFiles files, CancellationToken cancel) => InspectAsync(draft, files, (name, _) =>
        $"/courses/drafts/{draft.Id}/contents/{draft.Slug}/{CoursePaths.Pictures}/{Uri.EscapeDataString(name)}", cancel);

    /// <summary>The course as it will be read: pictures at their public address.</summary>
    public Task<CourseInspection> FinalAsync(CourseDraft draft, ICourseFiles files, CancellationToken cancel) =>
        InspectAsync(draft, files, pictureAddress: null, cancel);

    private async Task<CourseInspection> InspectAsync(
        CourseDraft draft, ICourseFiles files, Func<string, string, string>? pictureAddress, CancellationToken cancel)
    {
        var setting = await SettingAsync(draft.OwnerId, cancel) with { PictureAddress = pictureAddress, Day = clock.Today };
        var inspection = CourseReader.Inspect(draft.Slug, files, setting, cancel);
        var others = await ForeignAsync(draft, inspection, cancel);
        return others.Count is 0
            ? inspection
            : inspection with { Problems = [.. others, .. inspection.Problems], Outcome = new CourseOutcome.Refused([.. others, .. inspection.Problems]) };
    }

    /// <summary>A draft cites what everybody may read, and brings new editions of its own unit's documents only.</summary>
    private async Task<CourseSetting> SettingAsync(Guid ownerId, CancellationToken cancel)
    {
        var code = await db.Organizations.Where(unit => unit.Id == ownerId).Select(unit => unit.Code).SingleAsync(cancel);
        var (known, own, hidden, taken) = (new List<StandardEdition>(), new List<StandardEdition>(), new HashSet<EditionName>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var edition in (await standards.HistoryAsync(cancel)).All)
        {
            var place = await standards.PlaceOfAsync(edition.Name, cancel);
            if (place.OwnerId == ownerId)
            {
                own.Add(edition);
            }
            else if (OwnSlug.NumberOf(edition.Slug, code) is not null)
            {
                taken.Add(edition.Slug);
            }

            if (place.Readers is EditionReaders.Everyone)
            {
                known.Add(edition);
            }
            else if (place.OwnerId == ownerId)
            {
                hidden.Add(edition.Name);
            }
        }

        return new CourseSetting
        {
            Known = [.. known.OrderBy(edition => edition.Slug, StringComparer.Ordinal).ThenBy(edition => edition.Edition, StringComparer.Ordinal)],
            Owner = new EditionOwner
            {
                Code = code,
                Kind = await db.OrganizationDetails.AsNoTracking().On(clock.Today).Where(d => d.OrganizationId == ownerId).Select(d => d.Kind).FirstOrDefaultAsync(cancel),
                Editions = own,
                Private = hidden,
                Taken = taken,
                Written = await db.EditionDrafts.Where(written => written.OwnerId == ownerId).Select(written => written.Slug).ToHashSetAsync(StringComparer.Ordinal, cancel),
            },
        };
    }

    /// <summary>What no file of the course shows: names that other courses have.</summary>
    private async Task<List<Problem>> ForeignAsync(CourseDraft draft, CourseInspection inspection, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        if (!await names.MayPublishAsync(draft.Slug, draft.OwnerId, cancel))
        {
            problems.Add(Error(
                $"{draft.Slug}/course.yml", "slug-taken",
                ("这个课程名称已由别的单位发布。", "Another unit has published a course under this name."),
                ("新建草稿时换一个slug。", "Start a draft under another slug.")));
        }

        foreach (var path in Quizzes(inspection, draft.Slug))
        {
            if (await courses.FindQuizAsync(path.Slug, cancel) is { } taken && !string.Equals(taken.Course.Slug, draft.Slug, StringComparison.Ordinal))
            {
                problems.Add(Error(
                    path.File, "quiz-slug-taken",
                    ($"测验名称“{path.Slug}”已用在课程“{taken.Course.Slug}”里。", $"The quiz name '{path.Slug}' is used by the course '{taken.Course.Slug}'."),
                    ("换一个名称，文件名、slug和course.yml里的quiz一起改。", "Choose another name; change the file name, slug and quiz in course.yml together.")));
            }
        }

        return problems;
    }

    private static IEnumerable<(string Slug, string File)> Quizzes(CourseInspection inspection, string course) =>
        inspection.Outcome is CourseOutcome.Read read ? read.Content.Quizzes.Select(quiz => (quiz.Slug, $"{course}/quizzes/{quiz.Slug}.yml")) : [];

    private static Problem Error(string file, string code, (string Chinese, string English) what, (string Chinese, string English) mend) => new()
    {
        Severity = ProblemSeverity.Error,
        Code = code,
        File = file,
        Line = 1,
        What = what.Chinese,
        WhatEn = what.English,
        HowToMend = mend.Chinese,
        HowToMendEn = mend.English,
    };
}
