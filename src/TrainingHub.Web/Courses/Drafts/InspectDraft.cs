using TrainingHub.Courseware;
using TrainingHub.Courseware.Files;
using TrainingHub.Standards;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>Reads a draft as publishing would: with the standards of this system, and against the other courses.</summary>
public sealed class InspectDraft(StandardShelf standards, CourseShelf courses, CourseNames names, DayClock clock)
{
    public async Task<CourseInspection> RunAsync(CourseDraft draft, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel)
    {
        var inspection = CourseReader.Inspect(draft.Slug, new CourseBytes(files), await KnownAsync(draft.OwnerId, cancel), (name, _) =>
            $"/courses/drafts/{draft.Id}/contents/{draft.Slug}/{CoursePaths.Pictures}/{Uri.EscapeDataString(name)}", clock.Today);
        var others = await ForeignAsync(draft, inspection, cancel);
        return others.Count is 0
            ? inspection
            : inspection with { Problems = [.. others, .. inspection.Problems], Outcome = new CourseOutcome.Refused([.. others, .. inspection.Problems]) };
    }

    /// <summary>The course as it will be read: pictures at their public address.</summary>
    public async Task<CourseInspection> FinalAsync(CourseDraft draft, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel) =>
        CourseReader.Inspect(draft.Slug, new CourseBytes(files), await KnownAsync(draft.OwnerId, cancel), day: clock.Today);

    private async Task<List<StandardEdition>> KnownAsync(Guid ownerId, CancellationToken cancel)
    {
        var known = new List<StandardEdition>();
        foreach (var edition in (await standards.HistoryAsync(cancel)).All)
        {
            var place = await standards.PlaceOfAsync(edition.Name, cancel);
            if (place.Readers is EditionReaders.Everyone || place.OwnerId == ownerId)
            {
                known.Add(edition);
            }
        }

        return [.. known.OrderBy(edition => edition.Slug, StringComparer.Ordinal).ThenBy(edition => edition.Edition, StringComparer.Ordinal)];
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
