using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Questions.Imports;
using TrainingHub.Time;

namespace TrainingHub.Questions.Exports;

/// <summary>Takes questions out of a bank: what the chosen format cannot carry is listed before the download.</summary>
[Route("questions/exports"), Require(Capability.ManageCourses)]
public sealed class QuestionExportsController(ExportedQuestionsQuery questions, DayClock clock, IStringLocalizer<QuestionImportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(ExportFilter filter, CancellationToken cancel)
    {
        var units = await questions.UnitsAsync(cancel);
        if (filter.Unit.Length is 0)
        {
            ModelState.Clear();
            return View(new ExportPage(filter with { Unit = units.FirstOrDefault() ?? "" }, units, null, []));
        }

        var owner = ModelState.IsValid && filter.IsSound ? await questions.FindUnitAsync(filter.Unit, cancel) : null;
        if (owner is not { } ownerId)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(filter.Unit), text["Unit_NotFound"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(new ExportPage(filter.IsSound ? filter : new ExportFilter { Unit = filter.Unit }, units, null, []));
        }

        var found = await questions.CountAsync(ownerId, filter, cancel);
        return View(new ExportPage(filter, units, found, found > ExportedQuestionsQuery.Most ? [] : LeftOutOf(filter.Format, await questions.ReadAsync(ownerId, filter, cancel))));
    }

    [HttpGet("file")]
    public async Task<IActionResult> Download(ExportFilter filter, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !filter.IsSound || await questions.FindUnitAsync(filter.Unit, cancel) is not { } ownerId
            || await questions.CountAsync(ownerId, filter, cancel) > ExportedQuestionsQuery.Most)
        {
            return NotFound();
        }

        List<ForeignQuestion> carried = [.. (await questions.ReadAsync(ownerId, filter, cancel)).Where(question => ExchangeRule.WhyNot(filter.Format, question) is null)];
        var name = text["Export_File", clock.Today.Iso()].Value;
        Response.Headers.CacheControl = "no-store";
        switch (filter.Format)
        {
            case ExchangeFormat.Csv:
                this.StartCsv(name + ".csv");
                await CsvTableWriter.WriteAsync(Response.Body, TableWriter.Header(TableWriter.OptionColumns(carried)), Rows(carried), cancel);
                return new EmptyResult();
            case ExchangeFormat.Workbook:
                Response.Headers.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                Response.Headers.ContentDisposition = AttachmentNames.Of(name + ".xlsx");
                await WorkbookWriter.WriteAsync(Response.Body, text["Template_Sheet"], [.. TableWriter.Header(TableWriter.OptionColumns(carried)).Select(column => new WorkbookColumn(column, 16))], Rows(carried), cancel);
                return new EmptyResult();
            case ExchangeFormat.MoodleXml:
                return File(Encoding.UTF8.GetBytes(QuestionFile.Write(filter.Format, carried)), "application/xml", name + ".xml");
            case ExchangeFormat.Markdown:
                return File(Encoding.UTF8.GetBytes(QuestionFile.Write(filter.Format, carried)), "text/markdown; charset=utf-8", name + ".md");
            case ExchangeFormat.Qti:
                return File(QtiPackage.Write(carried), "application/zip", name + ".zip");
            default:
                return File(Encoding.UTF8.GetBytes(QuestionFile.Write(filter.Format, carried)), "text/plain; charset=utf-8", $"{name}.{filter.Format.ToString().ToLowerInvariant()}.txt");
        }
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(List<ForeignQuestion> carried)
    {
        var options = TableWriter.OptionColumns(carried);
        return carried.Select(IReadOnlyList<Cell> (question) => [.. TableWriter.Row(question, options).Select(Cell.Of)]);
    }

    private static List<LeftOut> LeftOutOf(ExchangeFormat format, IReadOnlyList<ForeignQuestion> found) =>
    [
        .. from question in found
           let why = ExchangeRule.WhyNot(format, question)
           where why is not null
           select new LeftOut(question.Id, question.Stem.Length > 60 ? question.Stem[..59] + "…" : question.Stem, question.Kind ?? QuestionKind.Single, why.Value),
    ];
}
