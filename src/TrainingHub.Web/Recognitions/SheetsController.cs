using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Records;

namespace TrainingHub.Recognitions;

/// <summary>Outside training of many people from one sheet, with one proof.</summary>
[Route("recognitions/sheets"), Require(Capability.DeclarePositions)]
public sealed class SheetsController(ReadOutside read, IStringLocalizer<RecognitionsText> text) : Controller
{
    private const int MostUpload = KeepProof.MostBytes + WorkbookFile.MostBytes + 1024 * 1024;

    [HttpGet("new")]
    public IActionResult New() => View();

    /// <summary>An empty sheet with the headings.</summary>
    [HttpGet("template.csv")]
    public async Task<IActionResult> Template(CancellationToken cancel)
    {
        this.StartCsv(text["Template_File"]);
        await CsvTableWriter.WriteAsync(Response.Body, ["姓名", "工号", "单位", "培训名称", "主办单位", "开始日期", "结束日期", "学时", "领域", "考核结果", "等同项目", "等同课程"], Array.Empty<IReadOnlyList<Cell>>(), cancel);
        return new EmptyResult();
    }

    [HttpPost, RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> Create(IFormFile? sheet, IFormFile? proof, CancellationToken cancel)
    {
        var kept = proof is null ? null : KeepProof.Read(proof.FileName, await proof.BytesAsync(cancel));
        if (kept is null)
        {
            ModelState.AddModelError(nameof(proof), text[proof is null ? "Required_Proof" : "Bad_Proof"]);
        }
        else if (sheet is not null && await read.RunAsync(await sheet.BytesAsync(cancel), kept, cancel) is { } reading)
        {
            return View("SheetsShow", reading);
        }

        if (sheet is null || kept is not null)
        {
            ModelState.AddModelError(nameof(sheet), text[sheet is null ? "Required_Sheet" : "Bad_Sheet"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(New));
    }
}
