using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Time;

namespace TrainingHub.Questions.Imports;

/// <summary>Imports of questions: the list, the upload, the preview and the progress.</summary>
[Route("questions/imports"), Require(Capability.ManageCourses)]
public sealed class QuestionImportsController(QuestionImportsQuery imports, UploadQuestions upload, DayClock clock, IStringLocalizer<QuestionImportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(QuestionImportsFilter filter, CancellationToken cancel)
    {
        // A page that makes no sense is the first; the errors on this page are those of the form above the list.
        ModelState.Clear();
        return View(await imports.ListAsync(new QuestionImportInput(), filter, null, cancel));
    }

    [HttpGet("/questions/imports.csv")]
    public async Task<IActionResult> Export(QuestionImportsFilter filter, CancellationToken cancel)
    {
        string[] header =
        [
            text["Head_Number"], text["Head_File"], text["Head_Format"], text["Head_Unit"], text["Head_Rows"], text["Tab_Take"], text["Head_NotTaken"], text["Head_State"], text["Head_UploadedBy"], text["Head_Uploaded"],
        ];
        this.StartCsv($"question-imports-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, imports.ExportAsync(filter).Select(IReadOnlyList<Cell> (line) =>
        [
            Cell.Of(line.Number), Cell.Of(line.FileName), Cell.Of(line.Format.Length > 0 ? text["Format_" + line.Format].Value : ""), Cell.Of(line.Unit), Cell.Of(line.Rows), Cell.Of(line.ToTake), Cell.Of(line.NotTaken),
            Cell.Of(text["State_" + line.State].Value), Cell.Of(line.UploadedBy), Cell.Of($"{clock.InZone(line.UploadedAt):yyyy-MM-dd HH:mm}"),
        ]), cancel);
        return new EmptyResult();
    }

    // What is longer than a few pages lies on the disk while it comes in, and goes with the request.
    [HttpPost, QuestionSizeLimit, RequestFormLimits(MultipartBodyLengthLimit = RosterSizeLimitAttribute.MostBytes)]
    public async Task<IActionResult> Create([FromForm] QuestionImportInput input, CancellationToken cancel)
    {
        var owner = ModelState.IsValid ? await imports.FindUnitAsync(input.Unit, cancel) : null;
        if (ModelState.IsValid && owner is null)
        {
            ModelState.AddModelError(nameof(input.Unit), text[input.Unit.Length is 0 ? "Required_Unit" : "Unit_NotFound"]);
        }

        if (!Enum.IsDefined(input.Use))
        {
            ModelState.AddModelError(nameof(input.Use), text["Use_Unknown"]);
        }

        if (!ModelState.IsValid || owner is not { } ownerId)
        {
            return await RefuseAsync(input, null, cancel);
        }

        if (input.File is { Length: > ForeignFile.MostBytes })
        {
            return await RefuseAsync(input, new ForeignReading.Refused(FileFault.TooLarge), cancel);
        }

        await using var content = input.File?.OpenReadStream() ?? Stream.Null;
        return await upload.RunAsync(User.PersonId, ownerId, input, content, input.File?.FileName ?? "", cancel) switch
        {
            QuestionUploadOutcome.Received received => Redirect($"/questions/imports/{received.Number}"),
            QuestionUploadOutcome.Refused refused => await RefuseAsync(input, refused.Why, cancel),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Our own table with an example of each kind that a table can carry.</summary>
    [HttpGet("template.xlsx")]
    public async Task<IActionResult> Template(CancellationToken cancel)
    {
        var examples = QuestionTemplate.Examples;
        var options = TableWriter.OptionColumns(examples);
        Response.Headers.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Response.Headers.ContentDisposition = AttachmentNames.Of(text["Template_File"]);
        await WorkbookWriter.WriteAsync(
            Response.Body, text["Template_Sheet"], [.. TableWriter.Header(options).Select(column => new WorkbookColumn(column, column is "题干" or "解析" or "依据" ? 48 : 14))],
            examples.Select(IReadOnlyList<Cell> (question) => [.. TableWriter.Row(question, options).Select(Cell.Of)]), cancel);
        return new EmptyResult();
    }

    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string number, QuestionVerdict? tab, CancellationToken cancel, bool pictures = false, int page = 1)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        ModelState.Clear();
        var model = await imports.ShowAsync(import, tab is { } wanted && QuestionImportPage.Tabs.Contains(wanted) ? wanted : null, pictures, page, cancel);
        return View(import.State switch
        {
            QuestionImportState.Columns => "Columns",
            QuestionImportState.Receiving or QuestionImportState.Comparing or QuestionImportState.Taking => "Progress",
            _ => "Show",
        }, model);
    }

    /// <summary>One list of the preview with all its questions.</summary>
    [HttpGet("{number}/rows.csv")]
    public async Task<IActionResult> Rows(string number, QuestionVerdict tab, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !QuestionImportPage.Tabs.Contains(tab) || await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        string[] header = [text["Head_Number"], text["Head_Place"], text["Head_Line"], text["Head_Kind"], text["Head_Stem"], text["Head_Result"], text["Head_Why"], text["Head_TakenAs"]];
        this.StartCsv(text["Rows_File", number, text["Tab_" + tab]]);
        await CsvTableWriter.WriteAsync(Response.Body, header, imports.AllAsync(import.Id, tab).Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Sequence), Cell.Of(row.Place), row.Line is 0 ? Cell.Blank : Cell.Of(row.Line), Cell.Of(row.Kind is { } kind ? text["Kind_" + kind].Value : ""), Cell.Of(row.Title),
            Cell.Of(text["Tab_" + row.Tab].Value),
            Cell.Of(string.Join(text["Separator"].Value, text.Reasons(row))), Cell.Of(row.TakenAs),
        ]), cancel);
        return new EmptyResult();
    }

    private async Task<ViewResult> RefuseAsync(QuestionImportInput input, ForeignReading.Refused? refused, CancellationToken cancel)
    {
        Response.StatusCode = refused?.Why switch
        {
            FileFault.TooLarge => StatusCodes.Status413PayloadTooLarge,
            FileFault.TooMany => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        return View("Index", await imports.ListAsync(input with { File = null }, new QuestionImportsFilter(), refused, cancel));
    }
}
