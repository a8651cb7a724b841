using Microsoft.AspNetCore.Mvc;

namespace TrainingHub.Hosting;

internal static class CsvAnswers
{
    extension(Controller controller)
    {
        /// <summary>Head of a CSV file that is written row by row as the answer.</summary>
        public void StartCsv(string fileName)
        {
            var headers = controller.Response.Headers;
            headers.ContentType = "text/csv; charset=utf-8";
            headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
            headers.CacheControl = "no-store";
        }
    }
}
