using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddBankStamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BankStamps",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankStamps", x => x.OwnerId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_QuizSlug_StartedAt",
                table: "Attempts",
                columns: new[] { "QuizSlug", "StartedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankStamps");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_QuizSlug_StartedAt",
                table: "Attempts");
        }
    }
}
