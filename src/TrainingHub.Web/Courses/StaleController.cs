using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>待复核: the work list of authors after standards have changed.</summary>
[Route("courses/stale")]
public sealed class StaleController(StaleQuery list, ReviewBasis review, WithdrawReview withdraw, DayClock clock, IStringLocalizer<CoursesText> text) : Controller
{
    [HttpGet, Require(Capability.ManageCourses)]
    public async Task<IActionResult> Index(StaleFilter filter, CancellationToken cancel) => View(await list.RunAsync(filter, cancel));

    [HttpGet("/courses/stale.csv"), Require(Capability.ManageCourses)]
    public async Task<IActionResult> Export(StaleFilter filter, CancellationToken cancel)
    {
        var rows = await list.ExportAsync(filter, cancel);
        string[] header = [text["Stale_Course"], text["Stale_What"], text["Stale_Id"], text["Stale_Text"], text["Stale_Standard"], text["Stale_Clause"], text["Stale_Standing"], text["Stale_From"], text["Stale_Now"], text["Stale_Reviewed"]];
        this.StartCsv($"stale-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.CourseTitle), Cell.Of(text[row.IsLesson ? "Stale_Lesson" : "Stale_Question"]), Cell.Of(row.Id), Cell.Of(row.Text),
            Cell.Of($"{row.Edition?.Title ?? row.EditionName.Slug}（{row.EditionName.Edition}）"), Cell.Of(row.Clause), Cell.Of(text[$"Standing_{row.Standing}"]), Cell.Of(row.From?.Iso()),
            Cell.Of(row.Now is { } now ? $"{now.Title}（{now.Edition}）" : null), Cell.Of(row.IsReviewed ? text["Yes"].Value : null),
        ]), cancel);
        return new EmptyResult();
    }

    /// <summary>Notes that a question or a lesson is still right under the edition in force.</summary>
    [HttpPost("reviews"), Require(Capability.ManageCourses)]
    public async Task<IActionResult> Create(string? course, string? subject, string? under, CancellationToken cancel) =>
        await review.RunAsync(User.PersonId, course ?? "", subject ?? "", under, cancel) ? RedirectToAction(nameof(Index)) : NotFound();

    /// <summary>Takes that back.</summary>
    [HttpPost("withdrawals"), Require(Capability.ManageCourses)]
    public async Task<IActionResult> Withdraw(string? course, string? subject, string? under, CancellationToken cancel) =>
        await withdraw.RunAsync(User.PersonId, course ?? "", subject ?? "", under ?? "", cancel) ? RedirectToAction(nameof(Index), new { reviewed = true }) : NotFound();
}
