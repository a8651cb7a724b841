using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace TrainingHub.Hosting;

internal static class CsvAnswers
{
    extension(Controller controller)
    {
        /// <summary>Head of a CSV file that is written row by row as the answer. Its name may be Chinese.</summary>
        public void StartCsv(string fileName)
        {
            var headers = controller.Response.Headers;
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(fileName);
            headers.ContentType = "text/csv; charset=utf-8";
            headers.ContentDisposition = disposition.ToString();
            headers.CacheControl = "no-store";
        }
    }
}
