using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace TrainingHub.Hosting;

internal static class CsvAnswers
{
    extension(Controller controller)
    {
        /// <summary>Head of a CSV file that is written row by row as the answer. Its name may be Chinese.</summary>
        public void StartCsv(string fileName) => controller.StartFile(fileName, "text/csv; charset=utf-8");

        /// <summary>Head of a file that is written as the answer while it is made. Its name may be Chinese.</summary>
        public void StartFile(string fileName, string contentType)
        {
            var headers = controller.Response.Headers;
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(fileName);
            headers.ContentType = contentType;
            headers.ContentDisposition = disposition.ToString();
            headers.CacheControl = "no-store";
        }
    }
}
