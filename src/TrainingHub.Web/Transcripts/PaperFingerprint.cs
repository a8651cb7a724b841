using TrainingHub.Documents;
using TrainingHub.Hosting;

namespace TrainingHub.Transcripts;

internal static class PaperFingerprint
{
    extension(ReportSheet sheet)
    {
        /// <summary>Names the printed file by everything that it says.</summary>
        public string Fingerprint => PrintedFiles.FingerprintOf(new { kind = "paper", sheet.Title, sheet.Facts, sheet.SeamSeal, tables = sheet.Blocks.OfType<FlowBlock.Table>().Select(table => table.Rows) });
    }
}
